using System.Globalization;
using System.Text;
using Community.Content;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Content.Library;
using FunctionsApp.Platform.Http;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Content.Imports;

/// <summary>
/// A line that cannot be imported: its number in the file, the column or field at fault, and the reason.
/// </summary>
public sealed record BadContentLine(int Line, string Field, string Reason);

/// <summary>
/// A line that is a valid item; the fingerprint is that of the same body in <c>POST /api/content</c>.
/// </summary>
public sealed record ContentLine(int Number, ContentItem Item, string Fingerprint);

/// <summary>
/// A file to import. Its links start with <paramref name="LinkBase"/>; an operator's name replaces the authors that
/// the lines name.
/// </summary>
public sealed record ContentFile(Stream Csv, Encoding Encoding, string LinkBase, string? OperatorName);

/// <summary>The lines of a file in its order.</summary>
public sealed record ContentFileLines(IReadOnlyList<ContentLine> Good, IReadOnlyList<BadContentLine> Bad);

/// <summary>Reads files of items (CSV) with the rules of <c>POST /api/content</c>.</summary>
public sealed class ContentFileReader(
    IValidator<CreateContentRequest> validator, BrandTime time, TimeProvider clock)
{
    const int MaxLines = 500;
    const int MaxField = 8_000;

    /// <summary>All lines; throws <see cref="BadFileException"/> for a file that cannot be read.</summary>
    public async Task<ContentFileLines> ReadAsync(ContentFile upload)
    {
        List<ContentLine> good = [];
        List<BadContentLine> bad = [];
        var lineNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new ContentLineReader(time.Zone, upload.OperatorName);
        var file = new CsvFile(upload.Csv, upload.Encoding, new CsvLimits(MaxLines, MaxField));
        await foreach (var line in file.LinesAsync(ContentLineReader.NeededColumns))
        {
            var (item, faults) = Read(reader, line, upload.LinkBase);
            if (item is not null && !lineNumbers.TryAdd(item.Item.Id, line.Number))
                faults = [Refusal.Invalid("id", RepeatedId(lineNumbers[item.Item.Id]))];
            if (item is not null && faults.Count == 0) good.Add(item);
            bad.AddRange(faults.Select(fault => new BadContentLine(line.Number, fault.Field!, fault.Reason)));
        }

        return new ContentFileLines(good, bad);
    }

    (ContentLine? Item, IReadOnlyList<Refusal> Faults) Read(ContentLineReader reader, CsvLine line, string linkBase)
    {
        CreateContentRequest body;
        try
        {
            body = reader.Read(line);
        }
        catch (BadLineException bad)
        {
            return (null, [Refusal.Invalid(bad.Column, bad.Reason)]);
        }

        if (line.HasBadQuotes)
            return (null, [Refusal.Invalid("line", "has quotes that are not closed, or stand within text.")]);
        var faults = FaultsOf(body);
        if (faults.Count > 0) return (null, faults);
        var item = body.ToItem(body.Id!, linkBase, clock.GetUtcNow());
        return (new ContentLine(line.Number, item, Creation.Fingerprint(body)), ContentRules.CreationFaults(item));
    }

    // Without an id the same file would make the same items again.
    IReadOnlyList<Refusal> FaultsOf(CreateContentRequest body) =>
    [
        .. body.Id is null ? [Refusal.Invalid("id", "is missing.")] : Array.Empty<Refusal>(),
        .. validator.Validate(body).Errors.Select(error => Refusal.Invalid(error.PropertyName, error.ErrorMessage)),
    ];

    static string RepeatedId(int firstLine) =>
        string.Create(CultureInfo.InvariantCulture, $"is that of line {firstLine}.");
}
