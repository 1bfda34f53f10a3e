using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FunctionsApp.Acquisition.Landing;
using FunctionsApp.Tests.Acquisition.Posters;

namespace FunctionsApp.Tests.Acquisition.Scans;

public sealed partial class LandingPageTests
{
    const string JoinUrl = "https://work.weixin.qq.com/gm/0f3a9c5be7d24c0f9e1b2a3c4d5e6f70";

    static readonly LandingView.Open Coffee = new(
        "青禾咖啡手冲群", "给在家做手冲的朋友", ["新人立减 20 元", "每周上新"], ["请改群名片", "不发广告"], JoinUrl, "夏日手冲");

    public static TheoryData<LandingView> EveryView =>
    [
        Coffee,
        new LandingView.Preparing("青禾咖啡手冲群", "夏日手冲"),
        new LandingView.NotYetOpen("夏日手冲", "12 月 1 日 20:00"),
        new LandingView.Full("夏日手冲"),
        new LandingView.Ended("夏日手冲"),
    ];

    [Fact]
    public void Page_of_an_open_group_shows_its_charter_and_how_to_join()
    {
        var text = Text(LandingPage.Render(Coffee));

        Assert.All(
            [Coffee.CampaignName, Coffee.GroupName, Coffee.Intro, .. Coffee.Benefits, .. Coffee.Rules, "长按识别"],
            shown => Assert.Contains(shown, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Picture_and_button_lead_to_the_join_url_of_the_group()
    {
        var page = LandingPage.Render(Coffee);

        var picture = Convert.FromBase64String(Picture.Match(page).Groups["base64"].Value);
        Assert.Equal(JoinUrl, await Zbar.ScanAsync(picture, ".png"));
        Assert.Equal(JoinUrl, Link.Match(page).Groups["href"].Value);
    }

    [Fact]
    public void Page_before_the_opening_shows_the_instant()
    {
        var text = Text(LandingPage.Render(new LandingView.NotYetOpen("夏日手冲", "12 月 1 日 20:00")));

        Assert.Contains("活动即将开始", text, StringComparison.Ordinal);
        Assert.Contains("12 月 1 日 20:00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_a_full_or_ended_campaign_has_no_code()
    {
        var full = LandingPage.Render(new LandingView.Full("夏日手冲"));
        var ended = LandingPage.Render(new LandingView.Ended("夏日手冲"));

        Assert.Contains("满员", Text(full), StringComparison.Ordinal);
        Assert.Contains("活动已结束", Text(ended), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", full + ended, StringComparison.Ordinal);
        Assert.DoesNotContain("href", full + ended, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryView))]
    public void Every_page_is_Chinese_made_for_phones_and_without_external_resources(LandingView view)
    {
        var page = LandingPage.Render(view);

        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.Contains("name=\"viewport\"", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme:dark", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1>", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        var second = TimeSpan.FromSeconds(1);
        var sources = Regex.Matches(page, "src=\"(?<source>[^\"]*)", RegexOptions.ExplicitCapture, second);
        Assert.All(sources, source =>
            Assert.StartsWith("data:image/png;base64,", source.Groups["source"].Value, StringComparison.Ordinal));
        Assert.InRange(page.Length, 1_000, 20_000);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/relative")]
    public void Unsafe_join_url_becomes_no_link(string joinUrl) =>
        Assert.DoesNotContain("href", LandingPage.Render(Coffee with { JoinUrl = joinUrl }), StringComparison.Ordinal);

    [Fact]
    public void Quote_in_the_join_url_stays_in_its_attribute()
    {
        var page = LandingPage.Render(Coffee with { JoinUrl = "https://x.cn/\"onfocus=alert(1)&b=<i>" });

        Assert.Equal(
            "https://x.cn/\"onfocus=alert(1)&b=<i>",
            WebUtility.HtmlDecode(Link.Match(page).Groups["href"].Value));
    }

    [Fact]
    public void Text_never_becomes_markup() => Prop.ForAll<NonNull<string>>(words =>
    {
        var hostile = $"<b onclick='x'>&{words.Get}</b>";
        var plain = LandingPage.Render(
            Coffee with { GroupName = "x", CampaignName = "x", Intro = "x", Benefits = ["x"], Rules = ["x"] });
        var page = LandingPage.Render(
            Coffee with
            {
                GroupName = hostile,
                CampaignName = hostile,
                Intro = hostile,
                Benefits = [hostile],
                Rules = [hostile],
            });

        Assert.Equal(plain.Count(c => c is '<'), page.Count(c => c is '<'));
        Assert.Equal(plain.Count(c => c is '"'), page.Count(c => c is '"'));
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    static string Text(string page) =>
        WebUtility.HtmlDecode(Tag.Replace(page[page.IndexOf("<body>", StringComparison.Ordinal)..], "\n"));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(
        "src=\"data:image/png;base64,(?<base64>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Picture { get; }

    [GeneratedRegex("<a href=\"(?<href>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link { get; }
}
