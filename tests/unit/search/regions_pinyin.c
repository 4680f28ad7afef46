/* Every province and every prefecture-level division is held to its pinyin, and the counties whose readings are asked for in
 * quizzes with them. */
#include <stdbool.h>
#include <string.h>

#include "search/fold.h"
#include "search/pinyin.h"
#include "support/check.h"
#include "table/divisions.h"

struct row {
	const char *name, *pinyin; /* syllables with spaces between */
};

/* clang-format off */
/* In the order of data/divisions.csv. */
static const struct row regions[] = {
	{ "北京市", "bei jing shi" }, { "天津市", "tian jin shi" }, { "河北省", "he bei sheng" },
	{ "石家庄市", "shi jia zhuang shi" }, { "唐山市", "tang shan shi" },
	{ "秦皇岛市", "qin huang dao shi" }, { "邯郸市", "han dan shi" },
	{ "邢台市", "xing tai shi" }, { "保定市", "bao ding shi" },
	{ "张家口市", "zhang jia kou shi" }, { "承德市", "cheng de shi" },
	{ "沧州市", "cang zhou shi" }, { "廊坊市", "lang fang shi" },
	{ "衡水市", "heng shui shi" }, { "山西省", "shan xi sheng" },
	{ "太原市", "tai yuan shi" }, { "大同市", "da tong shi" }, { "阳泉市", "yang quan shi" },
	{ "长治市", "chang zhi shi" }, { "晋城市", "jin cheng shi" },
	{ "朔州市", "shuo zhou shi" }, { "晋中市", "jin zhong shi" },
	{ "运城市", "yun cheng shi" }, { "忻州市", "xin zhou shi" }, { "临汾市", "lin fen shi" },
	{ "吕梁市", "lv liang shi" }, { "内蒙古自治区", "nei meng gu zi zhi qu" },
	{ "呼和浩特市", "hu he hao te shi" }, { "包头市", "bao tou shi" },
	{ "乌海市", "wu hai shi" }, { "赤峰市", "chi feng shi" }, { "通辽市", "tong liao shi" },
	{ "鄂尔多斯市", "e er duo si shi" }, { "呼伦贝尔市", "hu lun bei er shi" },
	{ "巴彦淖尔市", "ba yan nao er shi" }, { "乌兰察布市", "wu lan cha bu shi" },
	{ "兴安盟", "xing an meng" }, { "锡林郭勒盟", "xi lin guo le meng" },
	{ "阿拉善盟", "a la shan meng" }, { "辽宁省", "liao ning sheng" },
	{ "沈阳市", "shen yang shi" }, { "大连市", "da lian shi" }, { "鞍山市", "an shan shi" },
	{ "抚顺市", "fu shun shi" }, { "本溪市", "ben xi shi" }, { "丹东市", "dan dong shi" },
	{ "锦州市", "jin zhou shi" }, { "营口市", "ying kou shi" }, { "阜新市", "fu xin shi" },
	{ "辽阳市", "liao yang shi" }, { "盘锦市", "pan jin shi" }, { "铁岭市", "tie ling shi" },
	{ "朝阳市", "chao yang shi" }, { "葫芦岛市", "hu lu dao shi" },
	{ "吉林省", "ji lin sheng" }, { "长春市", "chang chun shi" }, { "吉林市", "ji lin shi" },
	{ "四平市", "si ping shi" }, { "辽源市", "liao yuan shi" }, { "通化市", "tong hua shi" },
	{ "白山市", "bai shan shi" }, { "松原市", "song yuan shi" },
	{ "白城市", "bai cheng shi" },
	{ "延边朝鲜族自治州", "yan bian chao xian zu zi zhi zhou" },
	{ "黑龙江省", "hei long jiang sheng" }, { "哈尔滨市", "ha er bin shi" },
	{ "齐齐哈尔市", "qi qi ha er shi" }, { "鸡西市", "ji xi shi" },
	{ "鹤岗市", "he gang shi" }, { "双鸭山市", "shuang ya shan shi" },
	{ "大庆市", "da qing shi" }, { "伊春市", "yi chun shi" },
	{ "佳木斯市", "jia mu si shi" }, { "七台河市", "qi tai he shi" },
	{ "牡丹江市", "mu dan jiang shi" }, { "黑河市", "hei he shi" },
	{ "绥化市", "sui hua shi" }, { "大兴安岭地区", "da xing an ling di qu" },
	{ "上海市", "shang hai shi" }, { "江苏省", "jiang su sheng" },
	{ "南京市", "nan jing shi" }, { "无锡市", "wu xi shi" }, { "徐州市", "xu zhou shi" },
	{ "常州市", "chang zhou shi" }, { "苏州市", "su zhou shi" },
	{ "南通市", "nan tong shi" }, { "连云港市", "lian yun gang shi" },
	{ "淮安市", "huai an shi" }, { "盐城市", "yan cheng shi" },
	{ "扬州市", "yang zhou shi" }, { "镇江市", "zhen jiang shi" },
	{ "泰州市", "tai zhou shi" }, { "宿迁市", "su qian shi" },
	{ "浙江省", "zhe jiang sheng" }, { "杭州市", "hang zhou shi" },
	{ "宁波市", "ning bo shi" }, { "温州市", "wen zhou shi" }, { "嘉兴市", "jia xing shi" },
	{ "湖州市", "hu zhou shi" }, { "绍兴市", "shao xing shi" }, { "金华市", "jin hua shi" },
	{ "衢州市", "qu zhou shi" }, { "舟山市", "zhou shan shi" }, { "台州市", "tai zhou shi" },
	{ "丽水市", "li shui shi" }, { "安徽省", "an hui sheng" }, { "合肥市", "he fei shi" },
	{ "芜湖市", "wu hu shi" }, { "蚌埠市", "beng bu shi" }, { "淮南市", "huai nan shi" },
	{ "马鞍山市", "ma an shan shi" }, { "淮北市", "huai bei shi" },
	{ "铜陵市", "tong ling shi" }, { "安庆市", "an qing shi" },
	{ "黄山市", "huang shan shi" }, { "滁州市", "chu zhou shi" },
	{ "阜阳市", "fu yang shi" }, { "宿州市", "su zhou shi" }, { "六安市", "lu an shi" },
	{ "亳州市", "bo zhou shi" }, { "池州市", "chi zhou shi" },
	{ "宣城市", "xuan cheng shi" }, { "福建省", "fu jian sheng" },
	{ "福州市", "fu zhou shi" }, { "厦门市", "xia men shi" }, { "莆田市", "pu tian shi" },
	{ "三明市", "san ming shi" }, { "泉州市", "quan zhou shi" },
	{ "漳州市", "zhang zhou shi" }, { "南平市", "nan ping shi" },
	{ "龙岩市", "long yan shi" }, { "宁德市", "ning de shi" },
	{ "江西省", "jiang xi sheng" }, { "南昌市", "nan chang shi" },
	{ "景德镇市", "jing de zhen shi" }, { "萍乡市", "ping xiang shi" },
	{ "九江市", "jiu jiang shi" }, { "新余市", "xin yu shi" }, { "鹰潭市", "ying tan shi" },
	{ "赣州市", "gan zhou shi" }, { "吉安市", "ji an shi" }, { "宜春市", "yi chun shi" },
	{ "抚州市", "fu zhou shi" }, { "上饶市", "shang rao shi" },
	{ "山东省", "shan dong sheng" }, { "济南市", "ji nan shi" },
	{ "青岛市", "qing dao shi" }, { "淄博市", "zi bo shi" }, { "枣庄市", "zao zhuang shi" },
	{ "东营市", "dong ying shi" }, { "烟台市", "yan tai shi" }, { "潍坊市", "wei fang shi" },
	{ "济宁市", "ji ning shi" }, { "泰安市", "tai an shi" }, { "威海市", "wei hai shi" },
	{ "日照市", "ri zhao shi" }, { "临沂市", "lin yi shi" }, { "德州市", "de zhou shi" },
	{ "聊城市", "liao cheng shi" }, { "滨州市", "bin zhou shi" }, { "菏泽市", "he ze shi" },
	{ "河南省", "he nan sheng" }, { "郑州市", "zheng zhou shi" },
	{ "开封市", "kai feng shi" }, { "洛阳市", "luo yang shi" },
	{ "平顶山市", "ping ding shan shi" }, { "安阳市", "an yang shi" },
	{ "鹤壁市", "he bi shi" }, { "新乡市", "xin xiang shi" }, { "焦作市", "jiao zuo shi" },
	{ "濮阳市", "pu yang shi" }, { "许昌市", "xu chang shi" }, { "漯河市", "luo he shi" },
	{ "三门峡市", "san men xia shi" }, { "南阳市", "nan yang shi" },
	{ "商丘市", "shang qiu shi" }, { "信阳市", "xin yang shi" },
	{ "周口市", "zhou kou shi" }, { "驻马店市", "zhu ma dian shi" },
	{ "湖北省", "hu bei sheng" }, { "武汉市", "wu han shi" }, { "黄石市", "huang shi shi" },
	{ "十堰市", "shi yan shi" }, { "宜昌市", "yi chang shi" },
	{ "襄阳市", "xiang yang shi" }, { "鄂州市", "e zhou shi" }, { "荆门市", "jing men shi" },
	{ "孝感市", "xiao gan shi" }, { "荆州市", "jing zhou shi" },
	{ "黄冈市", "huang gang shi" }, { "咸宁市", "xian ning shi" },
	{ "随州市", "sui zhou shi" },
	{ "恩施土家族苗族自治州", "en shi tu jia zu miao zu zi zhi zhou" },
	{ "湖南省", "hu nan sheng" }, { "长沙市", "chang sha shi" },
	{ "株洲市", "zhu zhou shi" }, { "湘潭市", "xiang tan shi" },
	{ "衡阳市", "heng yang shi" }, { "邵阳市", "shao yang shi" },
	{ "岳阳市", "yue yang shi" }, { "常德市", "chang de shi" },
	{ "张家界市", "zhang jia jie shi" }, { "益阳市", "yi yang shi" },
	{ "郴州市", "chen zhou shi" }, { "永州市", "yong zhou shi" },
	{ "怀化市", "huai hua shi" }, { "娄底市", "lou di shi" },
	{ "湘西土家族苗族自治州", "xiang xi tu jia zu miao zu zi zhi zhou" },
	{ "广东省", "guang dong sheng" }, { "广州市", "guang zhou shi" },
	{ "韶关市", "shao guan shi" }, { "深圳市", "shen zhen shi" },
	{ "珠海市", "zhu hai shi" }, { "汕头市", "shan tou shi" }, { "佛山市", "fo shan shi" },
	{ "江门市", "jiang men shi" }, { "湛江市", "zhan jiang shi" },
	{ "茂名市", "mao ming shi" }, { "肇庆市", "zhao qing shi" },
	{ "惠州市", "hui zhou shi" }, { "梅州市", "mei zhou shi" }, { "汕尾市", "shan wei shi" },
	{ "河源市", "he yuan shi" }, { "阳江市", "yang jiang shi" },
	{ "清远市", "qing yuan shi" }, { "东莞市", "dong guan shi" },
	{ "中山市", "zhong shan shi" }, { "潮州市", "chao zhou shi" },
	{ "揭阳市", "jie yang shi" }, { "云浮市", "yun fu shi" },
	{ "广西壮族自治区", "guang xi zhuang zu zi zhi qu" }, { "南宁市", "nan ning shi" },
	{ "柳州市", "liu zhou shi" }, { "桂林市", "gui lin shi" }, { "梧州市", "wu zhou shi" },
	{ "北海市", "bei hai shi" }, { "防城港市", "fang cheng gang shi" },
	{ "钦州市", "qin zhou shi" }, { "贵港市", "gui gang shi" }, { "玉林市", "yu lin shi" },
	{ "百色市", "bai se shi" }, { "贺州市", "he zhou shi" }, { "河池市", "he chi shi" },
	{ "来宾市", "lai bin shi" }, { "崇左市", "chong zuo shi" },
	{ "海南省", "hai nan sheng" }, { "海口市", "hai kou shi" }, { "三亚市", "san ya shi" },
	{ "三沙市", "san sha shi" }, { "儋州市", "dan zhou shi" },
	{ "重庆市", "chong qing shi" }, { "四川省", "si chuan sheng" },
	{ "成都市", "cheng du shi" }, { "自贡市", "zi gong shi" },
	{ "攀枝花市", "pan zhi hua shi" }, { "泸州市", "lu zhou shi" },
	{ "德阳市", "de yang shi" }, { "绵阳市", "mian yang shi" },
	{ "广元市", "guang yuan shi" }, { "遂宁市", "sui ning shi" },
	{ "内江市", "nei jiang shi" }, { "乐山市", "le shan shi" },
	{ "南充市", "nan chong shi" }, { "眉山市", "mei shan shi" }, { "宜宾市", "yi bin shi" },
	{ "广安市", "guang an shi" }, { "达州市", "da zhou shi" }, { "雅安市", "ya an shi" },
	{ "巴中市", "ba zhong shi" }, { "资阳市", "zi yang shi" },
	{ "阿坝藏族羌族自治州", "a ba zang zu qiang zu zi zhi zhou" },
	{ "甘孜藏族自治州", "gan zi zang zu zi zhi zhou" },
	{ "凉山彝族自治州", "liang shan yi zu zi zhi zhou" }, { "贵州省", "gui zhou sheng" },
	{ "贵阳市", "gui yang shi" }, { "六盘水市", "liu pan shui shi" },
	{ "遵义市", "zun yi shi" }, { "安顺市", "an shun shi" }, { "毕节市", "bi jie shi" },
	{ "铜仁市", "tong ren shi" },
	{ "黔西南布依族苗族自治州", "qian xi nan bu yi zu miao zu zi zhi zhou" },
	{ "黔东南苗族侗族自治州", "qian dong nan miao zu dong zu zi zhi zhou" },
	{ "黔南布依族苗族自治州", "qian nan bu yi zu miao zu zi zhi zhou" },
	{ "云南省", "yun nan sheng" }, { "昆明市", "kun ming shi" }, { "曲靖市", "qu jing shi" },
	{ "玉溪市", "yu xi shi" }, { "保山市", "bao shan shi" }, { "昭通市", "zhao tong shi" },
	{ "丽江市", "li jiang shi" }, { "普洱市", "pu er shi" }, { "临沧市", "lin cang shi" },
	{ "楚雄彝族自治州", "chu xiong yi zu zi zhi zhou" },
	{ "红河哈尼族彝族自治州", "hong he ha ni zu yi zu zi zhi zhou" },
	{ "文山壮族苗族自治州", "wen shan zhuang zu miao zu zi zhi zhou" },
	{ "西双版纳傣族自治州", "xi shuang ban na dai zu zi zhi zhou" },
	{ "大理白族自治州", "da li bai zu zi zhi zhou" },
	{ "德宏傣族景颇族自治州", "de hong dai zu jing po zu zi zhi zhou" },
	{ "怒江傈僳族自治州", "nu jiang li su zu zi zhi zhou" },
	{ "迪庆藏族自治州", "di qing zang zu zi zhi zhou" },
	{ "西藏自治区", "xi zang zi zhi qu" }, { "拉萨市", "la sa shi" },
	{ "日喀则市", "ri ka ze shi" }, { "昌都市", "chang du shi" },
	{ "林芝市", "lin zhi shi" }, { "山南市", "shan nan shi" }, { "那曲市", "na qu shi" },
	{ "阿里地区", "a li di qu" }, { "陕西省", "shan xi sheng" }, { "西安市", "xi an shi" },
	{ "铜川市", "tong chuan shi" }, { "宝鸡市", "bao ji shi" },
	{ "咸阳市", "xian yang shi" }, { "渭南市", "wei nan shi" }, { "延安市", "yan an shi" },
	{ "汉中市", "han zhong shi" }, { "榆林市", "yu lin shi" }, { "安康市", "an kang shi" },
	{ "商洛市", "shang luo shi" }, { "甘肃省", "gan su sheng" },
	{ "兰州市", "lan zhou shi" }, { "嘉峪关市", "jia yu guan shi" },
	{ "金昌市", "jin chang shi" }, { "白银市", "bai yin shi" },
	{ "天水市", "tian shui shi" }, { "武威市", "wu wei shi" }, { "张掖市", "zhang ye shi" },
	{ "平凉市", "ping liang shi" }, { "酒泉市", "jiu quan shi" },
	{ "庆阳市", "qing yang shi" }, { "定西市", "ding xi shi" }, { "陇南市", "long nan shi" },
	{ "临夏回族自治州", "lin xia hui zu zi zhi zhou" },
	{ "甘南藏族自治州", "gan nan zang zu zi zhi zhou" }, { "青海省", "qing hai sheng" },
	{ "西宁市", "xi ning shi" }, { "海东市", "hai dong shi" },
	{ "海北藏族自治州", "hai bei zang zu zi zhi zhou" },
	{ "黄南藏族自治州", "huang nan zang zu zi zhi zhou" },
	{ "海南藏族自治州", "hai nan zang zu zi zhi zhou" },
	{ "果洛藏族自治州", "guo luo zang zu zi zhi zhou" },
	{ "玉树藏族自治州", "yu shu zang zu zi zhi zhou" },
	{ "海西蒙古族藏族自治州", "hai xi meng gu zu zang zu zi zhi zhou" },
	{ "宁夏回族自治区", "ning xia hui zu zi zhi qu" }, { "银川市", "yin chuan shi" },
	{ "石嘴山市", "shi zui shan shi" }, { "吴忠市", "wu zhong shi" },
	{ "固原市", "gu yuan shi" }, { "中卫市", "zhong wei shi" },
	{ "新疆维吾尔自治区", "xin jiang wei wu er zi zhi qu" },
	{ "乌鲁木齐市", "wu lu mu qi shi" }, { "克拉玛依市", "ke la ma yi shi" },
	{ "吐鲁番市", "tu lu fan shi" }, { "哈密市", "ha mi shi" },
	{ "昌吉回族自治州", "chang ji hui zu zi zhi zhou" },
	{ "博尔塔拉蒙古自治州", "bo er ta la meng gu zi zhi zhou" },
	{ "巴音郭楞蒙古自治州", "ba yin guo leng meng gu zi zhi zhou" },
	{ "阿克苏地区", "a ke su di qu" },
	{ "克孜勒苏柯尔克孜自治州", "ke zi le su ke er ke zi zi zhi zhou" },
	{ "喀什地区", "ka shi di qu" }, { "和田地区", "he tian di qu" },
	{ "伊犁哈萨克自治州", "yi li ha sa ke zi zhi zhou" }, { "塔城地区", "ta cheng di qu" },
	{ "阿勒泰地区", "a le tai di qu" }, { "台湾省", "tai wan sheng" },
	{ "香港特别行政区", "xiang gang te bie xing zheng qu" },
	{ "澳门特别行政区", "ao men te bie xing zheng qu" },
};

/* Beginnings of the names of counties. */
static const struct row counties[] = {
	{ "番禺", "pan yu" }, { "大城", "dai cheng" }, { "长子", "zhang zi" }, { "洪洞", "hong tong" },
	{ "涡阳", "guo yang" }, { "铅山", "yan shan" }, { "乐清", "yue qing" }, { "莘县", "shen xian" },
	{ "浚县", "xun xian" }, { "郫都", "pi du" }, { "犍为", "qian wei" }, { "荥经", "ying jing" },
	{ "荥阳", "xing yang" }, { "乐亭", "lao ting" }, { "乐陵", "lao ling" }, { "乐昌", "le chang" },
	{ "宕昌", "tan chang" }, { "歙县", "she xian" }, { "黟县", "yi xian" }, { "枞阳", "zong yang" },
	{ "砀山", "dang shan" }, { "盱眙", "xu yi" }, { "六合", "lu he" }, { "睢宁", "sui ning" },
	{ "句容", "ju rong" }, { "邳州", "pi zhou" }, { "邗江", "han jiang" }, { "嵊州", "sheng zhou" },
	{ "鄞州", "yin zhou" }, { "天台", "tian tai" }, { "婺源", "wu yuan" }, { "鄱阳", "po yang" },
	{ "万载", "wan zai" }, { "柘荣", "zhe rong" }, { "莒县", "ju xian" }, { "郯城", "tan cheng" },
	{ "鄄城", "juan cheng" }, { "茌平", "chi ping" }, { "临朐", "lin qu" }, { "单县", "shan xian" },
	{ "东阿", "dong e" }, { "兖州", "yan zhou" }, { "芝罘", "zhi fu" }, { "牟平", "mu ping" },
	{ "中牟", "zhong mu" }, { "尉氏", "wei shi" }, { "郏县", "jia xian" }, { "渑池", "mian chi" },
	{ "泌阳", "bi yang" }, { "武陟", "wu zhi" }, { "硚口", "qiao kou" },
	{ "监利", "jian li" }, { "蕲春", "qi chun" }, { "浠水", "xi shui" }, { "黄陂", "huang pi" },
	{ "秭归", "zi gui" }, { "郧西", "yun xi" }, { "耒阳", "lei yang" }, { "汨罗", "mi luo" },
	{ "溆浦", "xu pu" }, { "古丈", "gu zhang" }, { "浈江", "zhen jiang" }, { "大埔", "da bu" },
	{ "黄埔", "huang pu" }, { "覃塘", "qin tang" }, { "邛崃", "qiong lai" }, { "筠连", "jun lian" },
	{ "什邡", "shi fang" }, { "阆中", "lang zhong" }, { "綦江", "qi jiang" }, { "涪陵", "fu ling" },
	{ "勐海", "meng hai" }, { "漾濞", "yang bi" }, { "弥勒", "mi le" }, { "柞水", "zha shui" },
	{ "吴堡", "wu bu" }, { "鄠邑", "hu yi" }, { "尖扎", "jian zha" }, { "鄯善", "shan shan" },
	{ "伽师", "jia shi" }, { "莎车", "sha che" }, { "尉犁", "yu li" }, { "焉耆", "yan qi" },
	{ "蔚县", "yu xian" }, { "井陉", "jing xing" }, { "藁城", "gao cheng" }, { "任丘", "ren qiu" },
	{ "行唐", "xing tang" }, { "曲周", "qu zhou" }, { "繁峙", "fan shi" }, { "岢岚", "ke lan" },
	{ "隰县", "xi xian" }, { "襄垣", "xiang yuan" }, { "应县", "ying xian" }, { "珲春", "hun chun" },
	{ "讷河", "ne he" }, { "穆棱", "mu ling" }, { "乾安", "qian an" }, { "乾县", "qian xian" },
	{ "宝坻", "bao di" }, { "蓟州", "ji zhou" }, { "埇桥", "yong qiao" }, { "谯城", "qiao cheng" },
	{ "绩溪", "ji xi" }, { "宿松", "su song" }, { "当涂", "dang tu" }, { "颍上", "ying shang" },
	{ "费县", "fei xian" }, { "曲阜", "qu fu" }, { "将乐", "jiang le" }, { "闽侯", "min hou" },
};
/* clang-format on */

/* The pinyin without its spaces, or with apostrophes for them, or the initials, with zh, ch and sh as one or
 * two letters. */
static void squeeze(const char *pinyin, char between, char *out)
{
	for (; *pinyin; pinyin++) {
		if (*pinyin != ' ')
			*out++ = *pinyin;
		else if (between)
			*out++ = between;
	}
	*out = '\0';
}

static void initials(const char *pinyin, bool two, char *out)
{
	for (const char *at = pinyin; at; at = strchr(at, ' ')) {
		at += *at == ' ';
		*out++ = *at;
		if (two && at[1] == 'h')
			*out++ = 'h';
	}
	*out = '\0';
}

/* Whether the word spells the name to its end; a shorter match would be a wrong reading somewhere. */
static bool spells(const char *word, const char *name)
{
	struct folded w = { 0 };
	struct folded t = { 0 };
	fold_text(&w, word, strlen(word));
	fold_text(&t, name, strlen(name));
	bool whole = pinyin_is_word(w.cps, w.count) &&
		     pinyin_match(w.cps, w.count, t.cps, t.count) == t.count;
	fold_done(&w);
	fold_done(&t);
	return whole;
}

static void hold(const struct row *row)
{
	char word[128];
	squeeze(row->pinyin, 0, word);
	if (!spells(word, row->name))
		EQ_STR(word, row->name);
	squeeze(row->pinyin, '\'', word);
	if (!spells(word, row->name))
		EQ_STR(word, row->name);
	for (int two = 0; two < 2; two++) {
		initials(row->pinyin, two, word);
		if (!spells(word, row->name))
			EQ_STR(word, row->name);
	}
}

TEST(every_province_and_prefecture_is_found_by_its_pinyin_and_its_initials)
{
	EACH (row, regions)
		hold(row);
}

TEST(no_province_and_no_prefecture_is_missing_from_the_table_above)
{
	size_t count;
	const struct division *all = divisions_all(&count);
	size_t at = 0;
	for (size_t i = 0; i < count; i++) {
		if (all[i].code % 100 != 0)
			continue;
		TRUE(at < sizeof(regions) / sizeof(regions[0]));
		EQ_STR(all[i].name, regions[at++].name);
	}
	EQ_INT(at, sizeof(regions) / sizeof(regions[0]));
}

TEST(counties_with_uncommon_readings_are_found)
{
	size_t count;
	const struct division *all = divisions_all(&count);
	EACH (row, counties) {
		hold(row);
		bool exists = false;
		for (size_t i = 0; i < count && !exists; i++)
			exists = strncmp(all[i].name, row->name, strlen(row->name)) == 0;
		if (!exists)
			EQ_STR(row->name, "a division");
	}
}

/* A name of which one character could not be read would be lost for every word that goes on behind it. */
TEST(every_character_of_every_division_can_be_read)
{
	size_t count;
	const struct division *all = divisions_all(&count);
	for (size_t i = 0; i < count; i++) {
		struct folded f = { 0 };
		fold_text(&f, all[i].name, strlen(all[i].name));
		for (size_t k = 0; k < f.count; k++) {
			const char *readings[PINYIN_READINGS];
			if (pinyin_readings(f.cps[k], readings) == 0)
				EQ_STR(all[i].name, "a name with readings");
		}
		fold_done(&f);
	}
}
