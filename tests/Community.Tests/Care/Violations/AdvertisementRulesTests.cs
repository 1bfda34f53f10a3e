using Community.Care.Violations;
using Community.Platform;
using Community.Tests.Platform;
using FsCheck.Fluent;

namespace Community.Tests.Care.Violations;

public class AdvertisementRulesTests
{
    [Theory]
    [InlineData("加微信看货", AdvertisementSign.Phrase)]
    [InlineData("刷单返利，日入过千", AdvertisementSign.Phrase)]
    [InlineData("有兴趣的加VX", AdvertisementSign.Phrase)]
    [InlineData("看这里https://other.example/a?b=1，很便宜", AdvertisementSign.Link)]
    [InlineData("WWW.other.example", AdvertisementSign.Link)]
    [InlineData("先看 https://shop.example/tea 再看 http://other.example", AdvertisementSign.Link)]
    public void Foreign_links_and_phrases_are_signs(string text, AdvertisementSign sign) =>
        Assert.Equal(sign, Find(text));

    [Theory]
    [InlineData("今天的茶真好喝")]
    [InlineData("链接在这里：https://shop.example/tea")]
    [InlineData("怎么买？扫了一下没反应")]
    [InlineData("微信支付可以吗")]
    [InlineData("")]
    public void Other_messages_are_none(string text) => Assert.Null(Find(text));

    [Theory]
    [InlineData("（https://shop.example/tea）")]
    [InlineData("(https://shop.example)")]
    [InlineData("see https://shop.example, please")]
    [InlineData("https://shop.example.")]
    [InlineData("https://shop.example/tea,https://SHOP.example:443/tea")]
    public void Marks_after_an_own_link_do_not_belong_to_it(string text) => Assert.Null(Find(text));

    [Theory]
    [InlineData("https://shop.example/tea,https://other.example")]
    [InlineData("https://shop.example/https://other.example/tea")]
    [InlineData("https://shop.example/go?u=http://other.example")]
    public void Foreign_link_is_a_sign_also_inside_an_own_link(string text) =>
        Assert.Equal(AdvertisementSign.Link, Find(text));

    [Theory]
    [Seeds(1, 20261128)]
    public void Own_link_is_no_sign_in_any_spelling_and_an_imitation_beside_it_is_one(ulong seed) =>
        Property.Check(seed, Gen.Zip(SampleAddresses.Own, SampleAddresses.Imitation), pair =>
        {
            var (own, imitation) = pair;

            Assert.Null(FindForBrand($"进群看{own}，很好喝 {own}"));
            Assert.Equal(AdvertisementSign.Link, FindForBrand($"看{imitation}，很好喝"));
            Assert.Equal(AdvertisementSign.Link, FindForBrand($"看{own}，{imitation}"));
            Assert.Equal(AdvertisementSign.Link, FindForBrand($"{imitation} {own}"));
        });

    [Fact]
    public void Code_in_a_picture_is_a_sign() => Assert.Equal(AdvertisementSign.QrCode, Find("看图", hasQrCode: true));

    [Fact]
    public void Task_holds_the_evidence_cut_to_200_characters_and_the_words_for_the_member()
    {
        var violation = ViolationRules.Open(
            SampleViolations.Report() with { Evidence = new string('茶', 300) }, [], consequence: null);

        var title = ViolationTexts.CarryOut(violation, Groups.SampleGroup.OpenGroup());

        Assert.Contains("@u1 你好，按群规本群不允许发广告", title, StringComparison.Ordinal);
        Assert.EndsWith("证据：" + new string('茶', 200), title, StringComparison.Ordinal);
    }

    static AdvertisementSign? Find(string text, bool hasQrCode = false) => AdvertisementRules.Find(
        text,
        hasQrCode,
        link => WebUrl.FindHost(link) == "shop.example",
        AdvertisementVocabulary.Chinese);

    static AdvertisementSign? FindForBrand(string text) => AdvertisementRules.Find(
        text,
        hasQrCode: false,
        link => WebUrl.FindHost(link) == SampleAddresses.Host,
        AdvertisementVocabulary.Chinese);
}
