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
