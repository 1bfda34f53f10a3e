using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Reports.Html;

namespace Rehearsal.Tests.Reports;

public sealed class ReportPageTests
{
    [Fact]
    public void Full_report_has_every_section_in_order()
    {
        string[] sections =
        [
            "warnings", "figures", "timeline", "staff", "skipped", "groups", "stock", "comparison", "sensitivity",
            "simulated", "assumptions",
        ];

        Assert.Equal(sections, PageText.SectionsOf(ReportPage.Render(SampleReports.Full())));
    }

    [Fact]
    public void Absent_sections_are_left_out()
    {
        var page = ReportPage.Render(SampleReports.Empty());

        Assert.Equal(["warnings", "skipped"], PageText.SectionsOf(page));
        Assert.Contains("没有提醒", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_with_no_members_at_all_is_a_page()
    {
        var page = ReportPage.Render(new RehearsalReport(
            null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null));

        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Head_names_period_zone_channel_people_and_seeds()
    {
        var text = PageText.TextOf(ReportPage.Render(SampleReports.Full()));

        Assert.Contains("2026年3月2日 00:00 到 2026年3月9日 00:00", text, StringComparison.Ordinal);
        Assert.Contains("Asia/Shanghai", text, StringComparison.Ordinal);
        Assert.Contains("模拟渠道", text, StringComparison.Ordinal);
        Assert.Contains("1,200 人", text, StringComparison.Ordinal);
        Assert.Contains("10 个（1 到 10）", text, StringComparison.Ordinal);
        Assert.Contains("彩排不是预测", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Warning_names_its_share_of_the_seeds() =>
        Assert.Contains("9/10 个种子", ReportPage.Render(SampleReports.Full()), StringComparison.Ordinal);

    [Fact]
    public void Money_is_in_yuan_and_counts_are_not()
    {
        var page = ReportPage.Render(SampleReports.Full());

        Assert.Contains(
            "销售额</th><td class=\"number strong\">9,504.50 元</td><td class=\"number\">7,920.00 到 11,187.00 元</td>",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "订单</th><td class=\"number strong\">96</td><td class=\"number\">80 到 113</td>",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Bar_of_a_figure_spans_its_band()
    {
        var report = SampleReports.Empty() with
        {
            Figures = [new RehearsalFigure(RehearsalScope.Brand, null, "joins", 50, 25, 100)],
        };

        var page = ReportPage.Render(report);

        // The scale from 0 to 100 is the 156 units between the margins.
        Assert.Contains(
            "<rect class=\"band\" x=\"41\" y=\"4\" width=\"117\" height=\"8\"/>",
            page,
            StringComparison.Ordinal);
        Assert.Contains("<path class=\"mean\" d=\"M80 1V15\"/>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Staff_hours_are_in_the_time_zone_and_days_have_totals()
    {
        var report = SampleReports.Empty() with
        {
            Staff =
            [
                new RehearsalStaffHour("wang", "王芳", SampleReports.At(0, 9, 0), 2, 1, 3),
                new RehearsalStaffHour("wang", "王芳", SampleReports.At(0, 11, 0), 4, 2, 7),
            ],
        };

        var page = ReportPage.Render(report);

        Assert.Contains(
            "<td class=\"heat heat3\">2</td><td class=\"heat\"></td><td class=\"heat heat5\">4</td>",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "<td class=\"number strong\">6</td><td class=\"number\">3 到 10</td>",
            page,
            StringComparison.Ordinal);
        Assert.Contains("王芳", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_says_where_the_seeds_tell_nothing()
    {
        var page = ReportPage.Render(SampleReports.Full());

        Assert.Equal(1, PageText.Count(page, "差别不够大，看不出来"));
        Assert.Equal(1, PageText.Count(page, "另一份更高"));
        Assert.Equal(1, PageText.Count(page, "另一份更低"));
        Assert.Contains("-24.00 元", page, StringComparison.Ordinal);
        Assert.Contains("+24</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Most_influential_assumption_is_first()
    {
        var page = ReportPage.Render(SampleReports.Full());
        var chart = page[page.IndexOf("<svg class=\"tornado\"", StringComparison.Ordinal)..];

        string[] names = ["完成分享任务", "每天退群", "custom.knob", "参加预热投票"];
        var places = names.Select(name => chart.IndexOf(name, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Same_report_gives_the_same_page() =>
        Assert.Equal(ReportPage.Render(SampleReports.Full()), ReportPage.Render(SampleReports.Full()));
}
