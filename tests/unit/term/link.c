#include "term/link.h"

#include <string.h>

#include "support/check.h"

TEST(plain_links_are_opened)
{
	static const char *const cases[] = {
		"http://www.nantong.gov.cn/ntsrmzf/xwfbh/content/30476643-1c93-4cf1-b2d1.html",
		"https://example.org",
		"HTTPS://EXAMPLE.ORG/",
		"http://example.org:8080/a?b=c&d=e#f",
		"http://192.0.2.1/",
		"https://xn--fiq228c.example/",
		"http://example.org?x=1",
		"http://example.org/a@b",
		"http://example.org/%E6%94%BF",
		"http://a/(b)~!$*+,;=[x]",
	};
	struct error err;

	EACH (c, cases)
		TRUE(link_plain(*c, &err));
}

TEST(what_is_not_plainly_a_link_is_refused_with_the_reason)
{
	static const struct {
		const char *link, *reason;
	} cases[] = {
		{ "", "不是 http" },
		{ "javascript:alert(1)", "不是 http" },
		{ "file:///etc/passwd", "不是 http" },
		{ "data:text/html,x", "不是 http" },
		{ "-x", "不是 http" },
		{ "www.example.org", "不是 http" },
		{ "ftp://example.org", "不是 http" },
		{ " http://example.org", "不是 http" },
		{ "http:/example.org", "不是 http" },
		{ "http://", "主机名" },
		{ "http:///x", "主机名" },
		{ "http://?x", "主机名" },
		{ "http://-x.org/", "主机名" },
		{ "http://.org/", "主机名" },
		{ "http://a:b/", "主机名" },
		{ "http://a:80x/", "主机名" },
		{ "http://a~b/", "主机名" },
		{ "http://user@example.org/", "用户名" },
		{ "http://a:b@example.org", "用户名" },
		{ "http://example.org/a b", "字符" },
		{ "http://example.org/'", "字符" },
		{ "http://example.org/\"", "字符" },
		{ "http://example.org/`id`", "字符" },
		{ "http://example.org/\n", "字符" },
		{ "http://example.org/\033[", "字符" },
		{ "http://example.org/政策", "字符" },
		{ "http://example.org/\\x", "字符" },
		{ "http://example.org/<x>", "字符" },
		{ "http://example.org/|x", "字符" },
		{ "http://example.org/%00", "字符" },
		{ "http://example.org/%", "字符" },
		{ "http://example.org/%4", "字符" },
		{ "http://example.org/%zz", "字符" },
		{ "http://example.org/\xC2\x9B", "字符" },
		{ "http://\u202Egro.elpmaxe/", "字符" },
	};

	EACH (c, cases) {
		struct error err = { "" };

		TRUE(!link_plain(c->link, &err));
		HAS(err.message, c->reason);
	}
}

TEST(a_link_of_any_length_is_not_opened)
{
	char link[LINK_BYTES + 2] = "http://a/";
	struct error err;

	memset(link + strlen(link), 'x', LINK_BYTES - strlen(link));
	TRUE(link_plain(link, &err));
	link[LINK_BYTES] = 'x';
	TRUE(!link_plain(link, &err));
	HAS(err.message, "字节");
}
