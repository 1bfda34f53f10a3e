using System.Net;
using Rehearsal.Reports.Html;

namespace Rehearsal.Tests.Reports;

public sealed class ReportMarkupTests
{
    [Theory]
    [InlineData("</script><img src=x onerror=alert(1)>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</title></style><svg onload=alert(1)>")]
    [InlineData("{0} {{ & &amp;")]
    public void Hostile_text_is_only_text(string text)
    {
        var page = ReportPage.Render(SampleReports.WithTexts(text));
        var harmless = ReportPage.Render(SampleReports.WithTexts(new string('x', text.Length)));

        Assert.Equal(PageText.MarkupOf(harmless), PageText.MarkupOf(page));
        Assert.Contains(WebUtility.HtmlEncode(text), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_has_no_script_and_no_address()
    {
        var page = ReportPage.Render(SampleReports.Full());

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" src=", page, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            PageText.Addresses().Matches(page),
            address => Assert.StartsWith("#", address.Groups["to"].Value, StringComparison.Ordinal));
        Assert.Contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_to_sections_of_the_page()
    {
        var page = ReportPage.Render(SampleReports.Full());

        var targets = PageText.Addresses().Matches(page).Select(address => address.Groups["to"].Value[1..]);

        Assert.Equal(PageText.SectionsOf(page), targets);
    }

    [Fact]
    public void Tables_and_pictures_have_names()
    {
        var page = ReportPage.Render(SampleReports.Full());

        Assert.Equal(PageText.Count(page, "<table>"), PageText.Count(page, "<caption"));
        var (hidden, named) = (PageText.Count(page, "aria-hidden=\"true\""), PageText.Count(page, "role=\"img\""));
        Assert.Equal(PageText.Count(page, "<svg"), hidden + named);
        Assert.Equal(named, PageText.PicturesWithTitle().Count(page));
        Assert.DoesNotContain("<th>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_do_not_skip_a_level()
    {
        var page = ReportPage.Render(SampleReports.Full());

        var levels = PageText.Headings().Matches(page).Select(heading => heading.ValueSpan[2] - '0').ToList();

        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }
}
