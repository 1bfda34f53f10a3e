using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FunctionsApp.Trade.Imports;

/// <summary>The rest of the file cannot be read; the lines before are imported.</summary>
public sealed class BadFileException(string reason) : Exception(reason);

/// <summary>One line of a file: its number, and its order or the reason why it has none.</summary>
public sealed record FileLine(int Number, ImportedLine? Order, string? Reason);

/// <summary>The CSV export of a shop (RFC 4180, UTF-8), read as a stream: one line is in memory at a time.</summary>
public sealed class OrderFile(Stream csv, TimeZoneInfo zone)
{
    /// <summary>The limit of lines in a file without its heading.</summary>
    public const int MaxLines = 50_000;

    const int MaxCharacters = 16 * 1024 * 1024;
    const int MaxField = 4_000;

    /// <summary>The lines; throws <see cref="BadFileException"/> when the rest cannot be read.</summary>
    public async IAsyncEnumerable<FileLine> LinesAsync()
    {
        var hasBadQuotes = false;
        using var text = new StreamReader(csv);
        using var reader = new CsvReader(text, Configuration(onBadData: () => hasBadQuotes = true));
        if (!await NextAsync(reader) || !reader.ReadHeader()) throw new BadFileException("the file is empty.");
        ValidateHeadings(reader.HeaderRecord!);

        var lineNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var lines = 0; await NextAsync(reader); lines++)
        {
            ValidateSize(reader, lines);
            var line = Read(reader);
            if (hasBadQuotes) line = Bad(line.Number, "quotes are not closed, or stand within text.");
            if (line.Order is { } order && !lineNumbers.TryAdd(order.OrderId, line.Number))
                line = Bad(line.Number, RepeatedId(lineNumbers[order.OrderId]));
            hasBadQuotes = false;
            yield return line;
        }
    }

    FileLine Read(CsvReader reader)
    {
        var number = reader.Parser.RawRow;
        try
        {
            return new FileLine(number, ImportedLine.Read(Column, zone), Reason: null);
        }
        catch (BadLineException bad)
        {
            return Bad(number, bad.Message);
        }

        string? Column(string name) => reader.TryGetField<string>(name, out var field) ? field : null;
    }

    static FileLine Bad(int number, string reason) => new(number, Order: null, reason);

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

    static async Task<bool> NextAsync(CsvReader reader)
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
    }

    static void ValidateSize(CsvReader reader, int lines)
    {
        if (lines == MaxLines || reader.Parser.CharCount > MaxCharacters)
            throw new BadFileException(string.Create(
                CultureInfo.InvariantCulture, $"a file has at most {MaxLines} lines and {MaxCharacters} characters."));
    }

    static void ValidateHeadings(string[] headings)
    {
        var names = headings.Select(heading => heading.Trim()).ToList();
        var missing = ImportedLine.NeededColumns
            .FirstOrDefault(needed => !names.Contains(needed, StringComparer.OrdinalIgnoreCase));
        if (missing is not null) throw new BadFileException($"the column {missing} is missing.");
        var repeated = names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Key.Length > 0 && same.Count() > 1);
        if (repeated is not null) throw new BadFileException($"the column {repeated.Key} is there twice.");
    }
}
