/* What is not a good snapshot is none. */
#include "made_snapshot.h"

static uint64_t size_of(const char *file)
{
	struct stat about;
	return stat(file, &about) == 0 ? (uint64_t)about.st_size : 0;
}

static void flip(int fd, uint64_t at, unsigned char with)
{
	unsigned char byte;
	TRUE(pread(fd, &byte, 1, (off_t)at) == 1);
	byte ^= with;
	TRUE(pwrite(fd, &byte, 1, (off_t)at) == 1);
}

TEST(any_wrong_byte_of_the_header_makes_it_none)
{
	struct bench b;
	begin(&b, load_builtin());
	TRUE(keep(&b));
	int fd = open(b.snapshot.bytes, O_RDWR);
	struct image_header header;
	for (uint64_t at = 0; at < IMAGE_HEADER; at++) {
		flip(fd, at, (unsigned char)(1 << at % 8));
		int read = image_read_header(b.snapshot.bytes, &header);
		if (read >= 0)
			close(read);
		EQ_INT(read, -1);
		flip(fd, at, (unsigned char)(1 << at % 8));
	}
	int read = image_read_header(b.snapshot.bytes, &header);
	TRUE(read >= 0 && close(read) == 0);
	close(fd);
	end(&b);
}

/* Every section at its ends and at many places inside. What lies between sections is nobody's. */
TEST(any_wrong_byte_of_a_section_makes_it_none)
{
	struct bench b;
	begin(&b, made_large(300));
	if (can_map(&b)) {
		struct image_header h;
		int read = image_read_header(b.snapshot.bytes, &h);
		int fd = open(b.snapshot.bytes, O_RDWR);
		for (size_t i = 0; i < IMAGE_PARTS; i++) {
			const struct image_section *s = &h.sections[i];
			for (uint64_t k = 0; k < 7 && s->bytes > 0; k++) {
				uint64_t at = s->offset + (s->bytes - 1) * k / 6;
				flip(fd, at, (unsigned char)(k * 37 + 1));
				TRUE(!is_there(&b));
				flip(fd, at, (unsigned char)(k * 37 + 1));
			}
		}
		TRUE(is_there(&b));
		close(fd);
		close(read);
	}
	end(&b);
}

TEST(a_torn_file_is_none)
{
	struct bench b;
	begin(&b, load_builtin());
	TRUE(keep(&b));
	uint64_t whole = size_of(b.snapshot.bytes);
	static const uint64_t removed[] = { 1, 2, 63, 64, 65, 4095, 4096, 4097, 100000 };
	TRUE(truncate(b.snapshot.bytes, (off_t)whole + 1) == 0);
	TRUE(!is_there(&b));
	EACH (r, removed) {
		TRUE(truncate(b.snapshot.bytes, (off_t)(whole - *r)) == 0);
		TRUE(!is_there(&b));
	}
	for (off_t n = IMAGE_HEADER + 1; n > 0; n = n * 3 / 4) {
		TRUE(truncate(b.snapshot.bytes, n) == 0);
		TRUE(!is_there(&b));
	}
	TRUE(truncate(b.snapshot.bytes, 0) == 0);
	TRUE(!is_there(&b));
	/* As long as it was, but of zeros. */
	TRUE(truncate(b.snapshot.bytes, (off_t)whole) == 0);
	TRUE(!is_there(&b));
	end(&b);
}

/* As another version of the program would have written it: good sums, other numbers. */
TEST(another_version_or_layout_or_place_is_none)
{
	struct bench b;
	begin(&b, load_builtin());
	TRUE(keep(&b));
	struct image_header good, h;
	int fd = image_read_header(b.snapshot.bytes, &good);
	uint64_t bytes = size_of(b.snapshot.bytes);
	TRUE(fd >= 0 && image_is_good(&good, bytes));
	for (int i = 0; i < 8; i++) {
		h = good;
		switch (i) {
		case 0:
			h.magic[0] ^= 1;
			break;
		case 1:
			h.version++;
			break;
		case 2:
			h.order = 0x04030201;
			break;
		case 3:
			h.layout++;
			break;
		case 4:
			h.base += IMAGE_PAGE;
			break;
		case 5:
			h.sections[IMAGE_CODES].offset = bytes;
			break;
		case 6:
			h.sections[IMAGE_TEXTS].bytes = UINT64_MAX;
			break;
		case 7:
			h.sections[IMAGE_ENTRIES].offset++;
			break;
		}
		image_seal(&h);
		TRUE(!image_is_good(&h, bytes));
	}
	close(fd);
	end(&b);
}

TEST(a_file_that_others_may_write_or_that_is_no_file_is_none)
{
	static const mode_t modes[] = { 0620, 0602, 0666, 0777 };
	struct bench b;
	begin(&b, load_builtin());
	if (can_map(&b)) {
		char other[80];
		snprintf(other, sizeof(other), "%s/other", b.folder);
		EACH (mode, modes) {
			TRUE(chmod(b.snapshot.bytes, *mode) == 0);
			TRUE(!is_there(&b));
		}
		TRUE(chmod(b.snapshot.bytes, 0600) == 0 && is_there(&b));
		TRUE(rename(b.snapshot.bytes, other) == 0);
		TRUE(symlink(other, b.snapshot.bytes) == 0);
		TRUE(!is_there(&b));
		TRUE(unlink(b.snapshot.bytes) == 0 && mkfifo(b.snapshot.bytes, 0600) == 0);
		TRUE(!is_there(&b)); /* and nobody waits */
		TRUE(unlink(b.snapshot.bytes) == 0 && mkdir(b.snapshot.bytes, 0700) == 0);
		TRUE(!is_there(&b) && !keep(&b));
		TRUE(rmdir(b.snapshot.bytes) == 0 && rename(other, b.snapshot.bytes) == 0);
		TRUE(is_there(&b));
		if (geteuid() == 0) {
			TRUE(chown(b.snapshot.bytes, 65534, 65534) == 0);
			TRUE(!is_there(&b));
		} else {
			printf("SKIPPED: only root can give a file to somebody else\n");
		}
	}
	end(&b);
}
