using Community.Care.Violations;

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
        link => new Uri(link).Host == "shop.example",
        AdvertisementVocabulary.Chinese);
}
