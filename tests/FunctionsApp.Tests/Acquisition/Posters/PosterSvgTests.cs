using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using FunctionsApp.Acquisition.Posters;
using QRCoder;

namespace FunctionsApp.Tests.Acquisition.Posters;

public sealed class PosterSvgTests
{
    const string Url = "https://brew.example.com/s/k7m2p9?inviter=m-001&utm=海报";

    static readonly PosterArtwork Coffee = new(
        "夏日手冲咖啡福利群", ["每周三晚八点限量上新", "新人进群立减 20 元"], "https://brew.example.com/s/k7m2p9", "青禾咖啡");

    [Fact]
    public void Poster_shows_title_lines_call_to_action_and_footer()
    {
        var words = Words(XDocument.Parse(PosterSvg.Render(Coffee with { CallToAction = "扫码领券" })));

        Assert.Equal(["夏日手冲咖啡福利群", "每周三晚八点限量上新", "新人进群立减 20 元", "扫码领券"], words.Take(4));
        Assert.Equal("青禾咖啡", words[^1]);
    }

    [Theory]
    [InlineData("https://x.cn/s/a")]
    [InlineData(Url)]
    [InlineData("https://community.brand.example.com/s/abcdef0123456789?inviter=member-0000-1111-2222-3333")]
    public async Task Code_on_the_poster_scans_to_the_url(string url)
    {
        var poster = XDocument.Parse(PosterSvg.Render(Coffee with { ScanUrl = url }));

        Assert.Equal(
            url,
            await Zbar.ScanAsync(PosterPicture.Paint(PosterPicture.Modules(PosterPicture.Code(poster))), ".pgm"));
    }

    [Fact]
    public void Code_is_not_mirrored()
    {
        using var modules = QRCodeGenerator.GenerateQrCode(Coffee.ScanUrl, QRCodeGenerator.ECCLevel.Q, forceUtf8: true);
        using var upright = new AsciiQRCode(modules);

        var drawn = PosterPicture.Modules(PosterPicture.Code(XDocument.Parse(PosterSvg.Render(Coffee))));

        Assert.Equal(upright.GetLineByLineGraphic(1, "#", " "), drawn);
    }

    [Fact]
    public void Markup_in_a_text_stays_text()
    {
        const string Hostile = "</text><script>x()</script>&amp;\"'";
        var poster = XDocument.Parse(
            PosterSvg.Render(
                new(Hostile, [Hostile, "]]><a xlink:href=\"javascript:x\"/>"], "https://x.cn/s/a", Hostile, Hostile)));

        Assert.DoesNotContain(poster.Descendants(), element => element.Name.LocalName is "script" or "a");
        Assert.Contains(Hostile, Words(poster));
    }

    [Fact]
    public void Control_characters_lone_surrogates_and_direction_overrides_are_removed()
    {
        var words = Words(
            XDocument.Parse(PosterSvg.Render(Coffee with { Title = "新人\0群\u202e\ud800！", Footer = "\u0007\n" })));

        Assert.Equal("新人 群 ！", words[0]);
        Assert.DoesNotContain("", words);
    }

    [Theory]
    [InlineData("新人群", 1)]
    [InlineData("夏日手冲咖啡福利群", 1)]
    [InlineData("夏日手冲咖啡爱好者新人福利群", 2)]
    [InlineData("Internationalization", 1)]
    [InlineData("双十二全场七折起，邀请两位好友再享六折，超级用户专属福利内购群限时开放中", 3)]
    public void Title_uses_one_line_while_it_can_be_large_and_at_most_three(string title, int lines)
    {
        var poster = XDocument.Parse(PosterSvg.Render(Coffee with { Title = title, Lines = [] }));
        var headings = poster.Descendants().Where(element => element.Attribute("font-weight")?.Value == "700");
        var titleLines = headings.SkipLast(1).ToList();

        Assert.Equal(lines, titleLines.Count);
        Assert.Equal(title, string.Concat(titleLines.Select(line => line.Value)));
    }

    [Fact]
    public void Line_neither_starts_with_a_closing_mark_nor_ends_with_an_opening_one()
    {
        for (var at = 1; at < 39; at++)
        {
            var title = $"{new string('福', at)}（利）{new string('群', 39 - at)}";
            var words = Words(XDocument.Parse(PosterSvg.Render(Coffee with { Title = title, Lines = [title] })));

            Assert.DoesNotContain(words, line => line[0] == '）' || line[^1] == '（');
        }
    }

    [Fact]
    public void Text_that_is_too_long_ends_in_an_ellipsis()
    {
        var artwork = Coffee with
        {
            Title = new string('长', 90),
            Lines = [.. Enumerable.Repeat(new string('多', 200), 9)],
        };
        var words = Words(XDocument.Parse(PosterSvg.Render(artwork)));

        Assert.Equal(7, words.Count(line => line.EndsWith('…')));
    }

    [Fact]
    public void Poster_of_any_text_is_well_formed_and_everything_is_inside_it() =>
        Prop.ForAll<string, string[]>((title, lines) =>
    {
        var poster = XDocument.Parse(
            PosterSvg.Render(new(title ?? "", [.. lines.Select(line => line ?? "")], "https://x.cn/s/a", title)));

        Assert.All(poster.Descendants().Where(element => element.Name.LocalName is "text" or "rect"), element =>
        {
            Assert.InRange(Number(element, "x"), 0, 1_080);
            Assert.InRange(Number(element, "y"), 0, 1_620);
        });
        AssertNothingOverlaps(poster);
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Poster_of_the_longest_texts_shows_every_character()
    {
        var title = new string('题', 40);
        var line = new string('福', 40);
        var poster = XDocument.Parse(
            PosterSvg.Render(Coffee with { Title = title, Lines = [.. Enumerable.Repeat(line, 6)] }));
        var words = Words(poster);

        Assert.Equal(40, words.Sum(text => text.Count(c => c == '题')));
        Assert.Equal(240, words.Sum(text => text.Count(c => c == '福')));
        AssertNothingOverlaps(poster);
    }

    static void AssertNothingOverlaps(XDocument poster)
    {
        var card = poster.Descendants()
            .Single(element => element.Name.LocalName == "rect" && element.Attribute("rx")!.Value == "40");
        var above = poster.Descendants().Where(element => element.Attribute("text-anchor")?.Value == "start").ToList();
        Assert.All(above, text => Assert.True(Number(text, "y") + 48 <= Number(card, "y"), text.Value));
        Assert.All(above.Zip(above.Skip(1)), lines =>
            Assert.True(
                Number(lines.Second, "y") - Number(lines.First, "y") >= Number(lines.Second, "font-size"),
                lines.Second.Value));
    }

    static int Number(XElement element, string attribute) =>
        int.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    static List<string> Words(XDocument poster) =>
        [.. poster.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
}
