using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Runs;

namespace Rehearsal.Reports;

/// <summary>
/// A report as CSV files (RFC 4180, UTF-8 with a byte order mark). Instants are ISO 8601 with the offset of the
/// report's time zone, money is in minor units, and an absent value is an empty cell. A text that a spreadsheet would
/// take for a formula begins with an apostrophe.
/// </summary>
static class ReportCsv
{
    const string Instant = "yyyy-MM-dd'T'HH:mm:sszzz";

    static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture);
    static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>The names of the files and their bytes, one after the other.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Write(
        RehearsalReport report, IReadOnlyList<RunMessage> messages)
    {
        var data = new ReportData(report);
        foreach (var table in ReportTables.Of(data, messages)) yield return (table.Name, Write(data, table));
    }

    static byte[] Write(ReportData data, ReportTable table)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, Utf8WithMark, leaveOpen: true))
        using (var csv = new CsvWriter(text, Configuration))
        {
            foreach (var heading in table.Headings) csv.WriteField(heading);
            csv.NextRecord();
            foreach (var row in table.Rows)
            {
                foreach (var cell in row) csv.WriteField(Format(data, cell));
                csv.NextRecord();
            }
        }

        return bytes.ToArray();
    }

    static string? Format(ReportData data, object? cell) => cell switch
    {
        string text => Guard(text),
        DateTimeOffset at => data.ToLocal(at).ToString(Instant, CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(format: null, CultureInfo.InvariantCulture),
        _ => null,
    };

    // CsvHelper's own guard (ApiCsv has it) would also change negative numbers.
    static string Guard(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
}
