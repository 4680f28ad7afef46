# From Unihan_Readings.txt, Unihan_Variants.txt, variants-more.txt and pinyin-more.txt, in this order, to rows
#	HEAD <tab> code point, six hexadecimal digits <tab> the character
# where HEAD is the character's readings (part=pinyin) or the character that it folds to (part=variants). POSIX awk, LC_ALL=C.
#
# Readings: all of kHanyuPinlu (by frequency), kMandarin (the customary one first), kTGHZ2013 and kXHC1983, then those of
# pinyin-more.txt; a simplified character that has none has those of the characters that fold to it.
#
# Variants: a character folds to its kSimplifiedVariant, to the first one in 通用规范汉字表 (kTGHZ2013) when there are several.
# One that is in 通用规范汉字表 itself is in use in simplified text too, with a sense of its own (乾 qian, 著 zhu): it folds only
# when the other has all of its readings (於 to 于, 瞭 to 了), so that none gets lost. One without a simplified form folds as its
# other shape does (kZVariant, and kSemanticVariant of kHKGlyph: 裏 as 裡, 綫 as 線). variants-more.txt has the last word.
BEGIN {
	FS = "\t"
	for (i = 0; i < 16; i++)
		digit[substr("0123456789ABCDEF", i + 1, 1)] = i
	split("kHanyuPinlu kMandarin kTGHZ2013 kXHC1983", fields, " ")
	for (i = 1; i in fields; i++)
		rank[fields[i]] = i
	tones["a"] = "ā á ǎ à"
	tones["e"] = "ē é ě è ê ế ề ê̄ ê̌"
	tones["i"] = "ī í ǐ ì"
	tones["o"] = "ō ó ǒ ò"
	tones["u"] = "ū ú ǔ ù"
	tones["v"] = "ü ǖ ǘ ǚ ǜ"
	tones["n"] = "ń ň ǹ"
	tones["m"] = "ḿ"
}

function number(hex,    n, i)
{
	n = 0
	for (i = 1; i <= length(hex); i++)
		n = n * 16 + digit[substr(hex, i, 1)]
	return n
}

function utf8(cp)
{
	if (cp < 65536)
		return sprintf("%c%c%c", 224 + int(cp / 4096), 128 + int(cp / 64) % 64, 128 + cp % 64)
	return sprintf("%c%c%c%c", 240 + int(cp / 262144), 128 + int(cp / 4096) % 64, 128 + int(cp / 64) % 64, 128 + cp % 64)
}

# U+4E2D to the character; remembers its code point.
function character(name,    c)
{
	name = substr(name, 3)
	if (name in char)
		return char[name]
	c = char[name] = utf8(number(name))
	hex[c] = substr("000000" name, length(name) + 1)
	return c
}

function toneless(s,    letter, marked, i)
{
	for (letter in tones) {
		split(tones[letter], marked, " ")
		for (i in marked)
			gsub(marked[i], letter, s)
	}
	gsub(/\314[\200-\277]|\315[\200-\257]/, "", s) # what is left of combining marks
	return s
}

# Adds the reading to the list unless it is in it.
function with(list, reading)
{
	if (index(" " list " ", " " reading " "))
		return list
	return list == "" ? reading : list " " reading
}

function within(some, all,    list, i, n)
{
	n = split(some, list, " ")
	for (i = 1; i <= n; i++)
		if (!index(" " all " ", " " list[i] " "))
			return 0
	return 1
}

/^#/ || /^$/ {
	next
}

$2 in rank {
	c = character($1)
	seen[c] = 1
	n = split($3, entries, " ")
	for (i = 1; i <= n; i++) {
		sub(/\([0-9]*\)$/, "", entries[i])
		sub(/^.*:/, "", entries[i])
		m = split(entries[i], spellings, ",")
		for (j = 1; j <= m; j++) {
			plain = toneless(spellings[j])
			if (plain !~ /^[a-z]+$/) {
				print FILENAME ": " $0 >"/dev/stderr"
				exit 1
			}
			reading[c, rank[$2]] = with(reading[c, rank[$2]], plain)
		}
	}
	if ($2 == "kTGHZ2013")
		listed[c] = reading[c, rank[$2]]
	next
}

$2 == "kSimplifiedVariant" {
	simplified[character($1)] = $3
	next
}

$2 == "kZVariant" {
	shape[character($1)] = $3 " " shape[character($1)]
	next
}

$2 == "kSemanticVariant" {
	n = split($3, entries, " ")
	for (i = 1; i <= n; i++)
		if (entries[i] ~ /kHKGlyph/)
			shape[character($1)] = shape[character($1)] " " entries[i]
	next
}

FILENAME ~ /variants-more/ {
	n = split($2, entries, " ")
	for (i = 1; i <= n; i++)
		more[entries[i]] = $1
	next
}

FILENAME ~ /pinyin-more/ {
	c = character($1)
	extra[c] = with(extra[c], $2)
	seen[c] = 1
}

# Where a character with a simplified form folds to; "" for nowhere.
function simple(c,    names, n, i, t, first)
{
	n = split(simplified[c], names, " ")
	first = ""
	for (i = 1; i <= n; i++) {
		t = character(names[i])
		if (t == c)
			continue
		if ((t in listed) && (!(c in listed) || within(listed[c], listed[t])))
			return t
		if (first == "")
			first = t
	}
	return c in listed ? "" : first
}

# The same for one whose other shape is simplified, or is what simplified text writes.
function by_shape(c,    names, n, i, t)
{
	n = split(shape[c], names, " ")
	for (i = 1; i <= n; i++) {
		sub(/<.*/, "", names[i])
		t = character(names[i])
		if (t in to || t in listed)
			return t
	}
	return ""
}

function fold_all(    c, t, k)
{
	for (c in simplified)
		if ((t = simple(c)) != "")
			to[c] = t
	for (c in shape)
		if (!(c in to) && !(c in listed) && (t = by_shape(c)) != "")
			shaped[c] = t
	for (c in shaped)
		to[c] = shaped[c]
	for (c in more)
		to[c] = more[c]
	# To the end of each chain, so that folding what is folded changes nothing.
	for (c in to) {
		t = c
		for (k = 0; t in to && k < 8; k++)
			t = to[t]
		end[c] = t
	}
}

function read_all(    c, k, list, n, i)
{
	for (c in seen) {
		all[c] = ""
		for (k = 1; k <= 4; k++) {
			n = split(reading[c, k], list, " ")
			for (i = 1; i <= n; i++)
				all[c] = with(all[c], list[i])
		}
		n = split(extra[c], list, " ")
		for (i = 1; i <= n; i++)
			all[c] = with(all[c], list[i])
	}
}

# Of several that fold to one character the first by code point lends it its readings.
function lend(    c, t)
{
	for (c in end) {
		t = end[c]
		if (!(t in all) && (c in all) && (!(t in lender) || hex[c] < hex[lender[t]]))
			lender[t] = c
	}
	for (t in lender)
		all[t] = all[lender[t]]
}

END {
	fold_all()
	if (part == "variants") {
		for (c in end)
			if (end[c] != c)
				print end[c] "\t" hex[c] "\t" c
		exit
	}
	read_all()
	lend()
	for (c in all)
		print all[c] "\t" hex[c] "\t" c
}
