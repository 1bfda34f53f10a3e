namespace FunctionsApp.Insights.Rehearsals;

/// <summary>Where the texts of a report are: the upload, and the number of rows of each text.</summary>
public sealed record RehearsalUpload(string Id, int ReportRows, int SummaryRows);

/// <summary>
/// A report that is kept, without its contents. <paramref name="By"/> is null for a program with the machine key.
/// </summary>
public sealed record KeptRehearsal(
    string Id,
    RehearsalUpload Upload,
    DateTimeOffset CreatedAt,
    string? By,
    DateTimeOffset From,
    DateTimeOffset To,
    string Channel,
    int Members,
    int Seeds,
    string PlanDigest,
    int Warnings)
{
    public static KeptRehearsal Of(
        RehearsalReport report, string id, RehearsalUpload upload, DateTimeOffset createdAt, string? by) => new(
        id,
        upload,
        createdAt,
        by,
        report.From!.Value,
        report.To!.Value,
        report.Channel!,
        report.Members!.Value,
        report.Seeds!.Count,
        report.PlanDigest!,
        report.Warnings!.Count);
}

/// <summary>A report in a list. <paramref name="By"/> is null for a program with the machine key.</summary>
/// <param name="Id">The first 16 hexadecimal digits of the SHA-256 of the report as the API writes it.</param>
/// <param name="CreatedAt">When it was kept.</param>
/// <param name="By">Who had it kept.</param>
/// <param name="From">The first instant of the rehearsal.</param>
/// <param name="To">The end of the rehearsal, which is not part of it.</param>
/// <param name="Channel">The channel whose capabilities the platform had.</param>
/// <param name="Members">The number of people who would come at all.</param>
/// <param name="Seeds">The number of seeds.</param>
/// <param name="PlanDigest">The digest of the document of plans.</param>
/// <param name="Warnings">The number of warnings.</param>
public sealed record RehearsalView(
    string Id,
    DateTimeOffset CreatedAt,
    string? By,
    DateTimeOffset From,
    DateTimeOffset To,
    string Channel,
    int Members,
    int Seeds,
    string PlanDigest,
    int Warnings)
{
    public static RehearsalView Of(KeptRehearsal kept) => new(
        kept.Id,
        kept.CreatedAt,
        kept.By,
        kept.From,
        kept.To,
        kept.Channel,
        kept.Members,
        kept.Seeds,
        kept.PlanDigest,
        kept.Warnings);
}
