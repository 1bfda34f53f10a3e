using Community.Acquisition.Campaigns;

namespace Community.Tests.Acquisition.Campaigns;

public class ComplianceTests
{
    [Theory]
    [InlineData("分享到朋友圈领7折", "诱导分享")]
    [InlineData("转发本海报，立减30元", "诱导分享")]
    [InlineData("截图晒朋友圈返现", "诱导分享")]
    [InlineData("免费领取，需先分享给3位好友", "诱导分享")]
    [InlineData("转 发 朋 友 圈 有 礼", "诱导分享")]
    [InlineData("转·发·好·友，得红包", "诱导分享")]
    [InlineData("集满38个赞送马克杯", "诱导集赞")]
    [InlineData("点赞送优惠券", "诱导集赞")]
    [InlineData("不转不是中国人", "夸大诱导")]
    public void Text_that_pays_for_sharing_is_found_with_its_rule(string text, string rule)
    {
        var findings = ComplianceRules.Check([("tiers[0].reward.title", text)]);

        Assert.Contains(findings, finding =>
            (finding.Rule, finding.Field) == (rule, "tiers[0].reward.title")
            && finding.Words.Length > 0
            && finding.Reason.Length > 0);
    }

    [Theory]
    [InlineData("今天学的还来得及分享")]
    [InlineData("来·得·及·分·享")]
    [InlineData("大家记得及时分享学习笔记")]
    [InlineData("觉得有用就分享出来")]
    [InlineData("值得分享的好茶")]
    [InlineData("分享一下你觉得最好喝的一款")]
    [InlineData("分享你的心得体会")]
    [InlineData("说说这一课的获得感，也分享你的笔记")]
    [InlineData("难得有空，分享一壶茶")]
    [InlineData("点赞之后记得改群名片")]
    public void Word_with_the_character_of_getting_in_another_sense_is_no_payment(string text) =>
        Assert.Empty(ComplianceRules.Check([("text", text)]));

    [Theory]
    [InlineData("分享得茶杯", "分享得")]
    [InlineData("得茶杯先分享", "得茶杯先分享")]
    [InlineData("还来得及，分享得茶杯", "分享得")]
    [InlineData("记得分享，得茶杯一只", "分享得")]
    [InlineData("转发并登记得茶杯", "转发并登记得")]
    [InlineData("分享充值得茶杯", "分享充值得")]
    [InlineData("分享获得感恩礼", "分享获得")]
    [InlineData("分享获得感应灯", "分享获得")]
    [InlineData("分享游记得茶杯", "分享游记得")]
    [InlineData("分享到宿舍得茶杯", "分享到宿舍得")]
    [InlineData("转发获得茶杯", "转发获得")]
    [InlineData("分享你觉得好的，就送茶杯", "分享你觉得好的就送")]
    [InlineData("点赞可得茶杯", "点赞可得")]
    [InlineData("转发自觉得茶杯", "转发自觉得")]
    public void Payment_is_found_beside_such_words_and_inside_their_neighbours(string text, string words) =>
        Assert.Contains(ComplianceRules.Check([("text", text)]), finding => finding.Words == words);

    [Theory]
    [InlineData("7折")]
    [InlineData("邀请1位好友进群：7折")]
    [InlineData("春茶节 · 进群有礼")]
    [InlineData("每周三新茶品鉴分享会")]
    [InlineData("赞助商：山里茶园")]
    [InlineData("马克杯")]
    [InlineData("")]
    public void Text_that_pays_for_joining_is_allowed(string text) =>
        Assert.Empty(ComplianceRules.Check([("name", text)]));

    [Fact]
    public void All_texts_are_checked_and_all_findings_listed()
    {
        var findings = ComplianceRules.Check(
            [("name", "转发领红包"), ("tiers[0].reward.title", "7折"), ("tiers[1].reward.title", "集赞有礼")]);

        Assert.Equal(["name", "tiers[1].reward.title"], findings.Select(finding => finding.Field));
    }
}
