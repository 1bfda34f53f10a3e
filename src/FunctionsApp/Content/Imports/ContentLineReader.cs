using System.Globalization;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Content.Library;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Content.Imports;

/// <summary>
/// Reads lines of a file as bodies of <c>POST /api/content</c>. Columns are found by name; others are ignored, and an
/// empty one is an absent field.
/// </summary>
sealed class ContentLineReader(TimeZoneInfo zone, string? operatorName)
{
    /// <summary>The required columns.</summary>
    public static readonly IReadOnlyList<string> NeededColumns = ["id", "kind", "variant1", "author"];

    const StringSplitOptions NonEmpty = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    static readonly string[] VariantColumns = ["variant1", "variant2", "variant3"];

    static readonly char[] TagSeparators = ['、', ',', '，', ';', '；', '|'];

    /// <summary>The body of the line; throws <see cref="BadLineException"/> for a column that cannot be read.</summary>
    public CreateContentRequest Read(CsvLine line) => new(
        Text(line, "id"),
        Text(line, "kind"),
        Text(line, "tags")?.Split(TagSeparators, NonEmpty),
        Variants(line),
        Attachments(line),
        Text(line, "source"),
        operatorName ?? Text(line, "author"),
        Instant(line, "validFrom"),
        Instant(line, "validUntil"),
        (int?)Number(line, "reuseDays", int.MaxValue),
        Text(line, "product") is { } product
            ? new ContentProductRequest(product, Number(line, "priceMinor", long.MaxValue), Text(line, "currency"))
            : null,
        Text(line, "acknowledgedBy") is { } by
            ? new AcknowledgementRequest(operatorName ?? by, Text(line, "acknowledgedReason"))
            : null);

    static IReadOnlyList<string> Variants(CsvLine line) =>
        [.. VariantColumns.Select(column => Text(line, column)).OfType<string>()];

    // One attachment a line of the cell: type, title and address between bars.
    static AttachmentRequest[]? Attachments(CsvLine line) =>
        Text(line, "attachments")?.Split('\n', NonEmpty).Select(Attachment).ToArray();

    static AttachmentRequest Attachment(string text) => text.Split('|', 3, StringSplitOptions.TrimEntries) switch
    {
        [var type, var title, var url] => new AttachmentRequest(type, title, url),
        _ => throw new BadLineException(
            "attachments", "must hold Type|title|address, one attachment a line of the cell."),
    };

    DateTimeOffset? Instant(CsvLine line, string column) => Text(line, column) is { } text
        ? FileInstant.Read(text, zone) ?? throw new BadLineException(column, FileInstant.Expected)
        : null;

    static long? Number(CsvLine line, string column, long max)
    {
        if (Text(line, column) is not { } text) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max
            ? number
            : throw new BadLineException(column, "must be a whole number.");
    }

    static string? Text(CsvLine line, string column) => line.Column(column) is { Length: > 0 } text ? text : null;
}
