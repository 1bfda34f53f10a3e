using System.Globalization;
using System.Text;
using CsvHelper;
using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Reports;

namespace Rehearsal.Tests.Reports;

public sealed class ReportCsvTests
{
    [Fact]
    public void Every_file_is_written_with_a_byte_order_mark()
    {
        var files = ReportCsv.Write(SampleReports.Full(), []).ToList();

        Assert.Equal(
            [
                "figures.csv", "timeline.csv", "staff.csv", "skipped.csv", "groups.csv", "stock.csv", "warnings.csv",
                "messages.csv",
            ],
            files.Select(file => file.Name));
        Assert.All(files, file => Assert.Equal(Encoding.UTF8.GetPreamble(), file.Content[..3]));
        Assert.All(files, file => Assert.NotEqual(0xEF, file.Content[3]));
    }

    [Fact]
    public void File_without_rows_has_its_headings()
    {
        var rows = Read("messages.csv", SampleReports.Empty());

        Assert.Equal([["at", "groupId", "memberId", "origin", "planId", "text", "by"]], rows);
    }

    [Fact]
    public void Rows_are_as_long_as_the_headings()
    {
        foreach (var (name, _) in ReportCsv.Write(SampleReports.Full(), []))
        {
            var rows = Read(name, SampleReports.Full(), "text");
            Assert.True(rows.Count > 1, name);
            Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        }
    }

    [Fact]
    public void Instants_have_the_offset_of_the_time_zone()
    {
        var rows = Read("timeline.csv", SampleReports.Full());

        Assert.Equal("2026-03-02T09:00:00+08:00", rows[1][0]);
    }

    [Fact]
    public void Row_has_the_values_of_the_report()
    {
        var rows = Read("groups.csv", SampleReports.Full());

        Assert.Equal(
            [
                "tea-1", "春茶一群", "200", "198.2", "190", "200", "9", "2026-03-04T11:00:00+08:00",
                "2026-03-05T20:30:00+08:00", "tea-2",
            ],
            rows[1]);
        Assert.Equal(["", "", ""], rows[2][^3..]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("=\"a\",\"b\"")]
    public void Text_that_a_spreadsheet_would_compute_begins_with_an_apostrophe(string text)
    {
        var report = SampleReports.WithTexts(text);

        Assert.Equal($"'{text}", Read("messages.csv", report, text)[1][5]);
        foreach (var (name, _) in ReportCsv.Write(report, []))
            Assert.All(Read(name, report, text).Skip(1), row => Assert.DoesNotContain(text, row));
    }

    [Theory]
    [InlineData("a, b")]
    [InlineData("say \"hello\"")]
    [InlineData("two\nlines")]
    [InlineData("1-1=0")]
    [InlineData("春茶")]
    public void Other_text_is_read_back_as_it_was(string text) =>
        Assert.Equal(text, Read("messages.csv", SampleReports.Empty(), text)[1][5]);

    [Fact]
    public void Negative_number_is_a_number()
    {
        var report = SampleReports.Empty() with
        {
            Figures = [new RehearsalFigure(RehearsalScope.Brand, null, "joins", -1.5, -2, 0.25)],
        };

        Assert.Equal(["Brand", "", "joins", "-1.5", "-2", "0.25"], Read("figures.csv", report)[1]);
    }

    [Fact]
    public void Same_report_gives_the_same_files()
    {
        var first = ReportCsv.Write(SampleReports.Full(), []).Select(file => file.Content);
        var second = ReportCsv.Write(SampleReports.Full(), []).Select(file => file.Content);

        Assert.Equal(first, second);
    }

    static List<string[]> Read(string name, RehearsalReport report, params string[] messages)
    {
        var files = ReportCsv.Write(report, [.. messages.Select(SampleReports.Message)]);
        using var text = new StreamReader(new MemoryStream(files.Single(file => file.Name == name).Content));
        using var csv = new CsvParser(text, CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add(csv.Record!);
        return rows;
    }
}
