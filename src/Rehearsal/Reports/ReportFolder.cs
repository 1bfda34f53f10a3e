using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Platform.Http;
using Rehearsal.Reports.Html;
using Rehearsal.Runs;

namespace Rehearsal.Reports;

/// <summary>The files of a report.</summary>
static class ReportFolder
{
    static readonly JsonSerializerOptions Json = new(ApiJson.Options)
    {
        WriteIndented = true,
        // The file is read by people, and the page and the app escape what they show.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The report as <c>POST /api/rehearsals</c> takes it.</summary>
    public static string ToJson(RehearsalReport report) =>
        JsonSerializer.Serialize(report, Json).ReplaceLineEndings("\n") + "\n";

    /// <summary>Writes the report as JSON, as a page and as CSV files, and returns the paths.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        string folder, RehearsalReport report, IReadOnlyList<RunMessage> messages)
    {
        Directory.CreateDirectory(folder);
        List<string> written = [];
        await WriteAsync("report.html", Encoding.UTF8.GetBytes(ReportPage.Render(report)));
        await WriteAsync("report.json", Encoding.UTF8.GetBytes(ToJson(report)));
        foreach (var (name, content) in ReportCsv.Write(report, messages)) await WriteAsync(name, content);
        return written;

        async Task WriteAsync(string name, byte[] content)
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, content);
            written.Add(path);
        }
    }
}
