namespace Rehearsal.Reports.Html;

/// <summary>The style sheet of the page.</summary>
static class ReportStyle
{
    const string Resource = "report.css";

    public static string Text { get; } = Read();

    static string Read()
    {
        using var stream = typeof(ReportStyle).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
