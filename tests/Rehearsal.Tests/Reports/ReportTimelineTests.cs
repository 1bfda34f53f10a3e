using Rehearsal.Reports.Html;

namespace Rehearsal.Tests.Reports;

public sealed class ReportTimelineTests
{
    const int Thousand = 1000;

    [Fact]
    public void Entries_belong_to_the_day_of_the_time_zone()
    {
        var report = SampleReports.Empty() with
        {
            Timeline =
            [
                SampleReports.Entry(new DateTimeOffset(2026, 3, 2, 15, 59, 0, TimeSpan.Zero), "late"),
                SampleReports.Entry(new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.Zero), "early"),
            ],
        };

        var days = ReportPage.Render(report).Split("<details").Skip(1).Select(PageText.TextOf).ToList();

        Assert.Equal(2, days.Count);
        Assert.Matches("3月2日 周一 1 条.*23:59.*late", days[0]);
        Assert.Matches("3月3日 周二 1 条.*00:00.*early", days[1]);
    }

    [Fact]
    public void Only_the_first_day_is_open()
    {
        var page = ReportPage.Render(SampleReports.Full());

        Assert.Equal(1, PageText.Count(page, "<details open>"));
        Assert.Equal(6, PageText.Count(page, "<details><summary>"));
    }

    [Fact]
    public void Long_text_is_shortened_and_whole()
    {
        var text = new string('茶', 119) + "😀" + "end";
        var report = SampleReports.Empty() with { Timeline = [SampleReports.Entry(SampleReports.Start, text)] };

        var page = PageText.TextOf(ReportPage.Render(report));

        Assert.Contains(new string('茶', 119) + "…", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_of_a_lane_in_one_column_are_one()
    {
        var timeline = Enumerable.Range(0, 20 * Thousand)
            .Select(number => (At: SampleReports.Start.AddSeconds(number * 30), Group: $"g{number % 3}"))
            .Select(entry => SampleReports.Entry(entry.At, "text", entry.Group))
            .ToList();

        var page = ReportPage.Render(SampleReports.Empty() with { Timeline = timeline });

        Assert.InRange(PageText.Count(page, "<path class=\"mark Message\""), 3 * 200, 3 * 231);
        Assert.Contains("起：群消息 ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Lanes_are_capped()
    {
        var timeline = Enumerable.Range(0, 100)
            .Select(number => SampleReports.Entry(SampleReports.Start, "text", $"g{number}"))
            .ToList();

        var page = ReportPage.Render(SampleReports.Empty() with { Timeline = timeline });

        Assert.Equal(60, PageText.Count(page, "<path class=\"lane\""));
        Assert.Contains("另有 40 个群没有画出", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_grows_with_the_length_of_the_time_line()
    {
        var (one, four) = (RenderedBytes(10 * Thousand), RenderedBytes(40 * Thousand));

        Assert.InRange(four, one, 5 * one);
    }

    static long RenderedBytes(int entries)
    {
        var timeline = Enumerable.Range(0, entries)
            .Select(number => SampleReports.Entry(SampleReports.Start.AddSeconds(number), "text"))
            .ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReportPage.Render(SampleReports.Empty() with { Timeline = timeline });
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
