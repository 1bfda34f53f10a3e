using System.Globalization;
using System.Text;
using Community.Trade.Imports;
using CsvHelper;
using CsvHelper.Configuration;

namespace FunctionsApp.Trade.Imports;

/// <summary>The file cannot be read; none of it is imported.</summary>
public sealed class BadFileException(string reason) : Exception(reason);

/// <summary>One line of a file: its order, or why it has none. Exactly one of the two is set.</summary>
public sealed record FileLine(FileStatement? Order, BadLine? Bad);

/// <summary>
/// The CSV export of a shop (RFC 4180), read as a stream that can be read again: one line is in memory at a time.
/// </summary>
public sealed class OrderFile(Stream csv, Encoding encoding, TimeZoneInfo zone)
{
    /// <summary>The limit of lines in a file without its heading.</summary>
    public const int MaxLines = 50_000;

    const int MaxField = 4_000;
    const int MaxShownId = 100;

    /// <summary>The lines; throws <see cref="BadFileException"/> when the rest cannot be read.</summary>
    public async IAsyncEnumerable<FileLine> LinesAsync()
    {
        var hasBadQuotes = false;
        csv.Position = 0;
        using var text = new StreamReader(csv, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        using var reader = new CsvReader(text, Configuration(onBadData: () => hasBadQuotes = true));
        if (!await NextAsync(reader) || !reader.ReadHeader()) throw new BadFileException("the file is empty.");
        ValidateHeadings(reader.HeaderRecord!);

        var lineNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var lines = 0; await NextAsync(reader); lines++)
        {
            if (lines == MaxLines) throw TooManyLines();
            var line = Read(reader);
            if (hasBadQuotes) line = Bad(reader, "quotes are not closed, or stand within text.");
            if (line.Order is { } order && !lineNumbers.TryAdd(order.OrderId, reader.Parser.RawRow))
                line = Bad(reader, RepeatedId(lineNumbers[order.OrderId]));
            hasBadQuotes = false;
            yield return line;
        }
    }

    FileLine Read(CsvReader reader)
    {
        try
        {
            return new FileLine(OrderLineReader.Read(name => Column(reader, name), zone), Bad: null);
        }
        catch (BadLineException bad)
        {
            return Bad(reader, bad.Message);
        }
    }

    // A line that is too short has empty columns at its end.
    static string? Column(CsvReader reader, string name)
    {
        if (reader.TryGetField<string>(name, out var field)) return field;
        return HasColumn(reader, name) ? "" : null;
    }

    static bool HasColumn(CsvReader reader, string name) =>
        reader.HeaderRecord!.Any(heading => heading.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));

    static FileLine Bad(CsvReader reader, string reason) => new(Order: null, new BadLine(reader.Parser.RawRow, reason)
    {
        OrderId = Column(reader, OrderLineReader.OrderIdColumn) is { Length: > 0 } id
            ? id[..Math.Min(id.Length, MaxShownId)]
            : null,
    });

    static string RepeatedId(int firstLine) =>
        string.Create(CultureInfo.InvariantCulture, $"orderId: is that of line {firstLine}.");

    static CsvConfiguration Configuration(Action onBadData) => new(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = heading => heading.Header.Trim().ToUpperInvariant(),
        BadDataFound = _ => onBadData(),
        MissingFieldFound = null,
        TrimOptions = TrimOptions.Trim,
        MaxFieldSize = MaxField,
    };

    async Task<bool> NextAsync(CsvReader reader)
    {
        try
        {
            return await reader.ReadAsync();
        }
        catch (CsvHelperException)
        {
            throw new BadFileException(string.Create(
                CultureInfo.InvariantCulture,
                $"line {reader.Parser.RawRow} cannot be read: a field is too long, or its quotes are not closed."));
        }
        catch (DecoderFallbackException)
        {
            throw new BadFileException(
                $"it is not valid {encoding.WebName}; Content-Type states the charset, such as text/csv; charset=gbk.");
        }
    }

    static BadFileException TooManyLines() =>
        new(string.Create(CultureInfo.InvariantCulture, $"a file has at most {MaxLines} lines."));

    static void ValidateHeadings(string[] headings)
    {
        var names = headings.Select(heading => heading.Trim()).ToList();
        var missing = OrderLineReader.NeededColumns
            .FirstOrDefault(needed => !names.Contains(needed, StringComparer.OrdinalIgnoreCase));
        if (missing is not null) throw new BadFileException($"the column {missing} is missing.");
        var repeated = names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Key.Length > 0 && same.Count() > 1);
        if (repeated is not null) throw new BadFileException($"the column {repeated.Key} is there twice.");
    }
}
