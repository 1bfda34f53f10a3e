using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FunctionsApp.Trade.Imports;

/// <summary>The file as a whole cannot be read; what was read of it before is taken in.</summary>
public sealed class BadFileException(string reason) : Exception(reason);

/// <summary>One line of a file: its number, and the order or the reason why there is none.</summary>
public sealed record FileLine(int Number, ImportedLine? Order, string? Reason);

/// <summary>A shop's export as CSV (RFC 4180, UTF-8), read line by line as it arrives; never more than one line of it is held.</summary>
public sealed class OrderFile(Stream csv, TimeZoneInfo zone)
{
    /// <summary>The most lines of a file, its heading not counted.</summary>
    public const int MaxLines = 50_000;

    const int MaxCharacters = 16 * 1024 * 1024;
    const int MaxField = 4_000;

    /// <summary>Every line; throws <see cref="BadFileException"/> where the file cannot be read on.</summary>
    public async IAsyncEnumerable<FileLine> LinesAsync()
    {
        var isBad = false;
        var rules = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = heading => heading.Header.Trim().ToUpperInvariant(),
            BadDataFound = _ => isBad = true,
            MissingFieldFound = null,
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = MaxField,
        };
        using var text = new StreamReader(csv);
        using var reader = new CsvReader(text, rules);
        if (!await NextAsync(reader) || !reader.ReadHeader()) throw new BadFileException("the file is empty.");
        Check(reader.HeaderRecord!);

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var lines = 0; await NextAsync(reader); lines++)
        {
            if (lines == MaxLines || reader.Parser.CharCount > MaxCharacters)
                throw new BadFileException(string.Create(CultureInfo.InvariantCulture, $"a file has at most {MaxLines} lines and {MaxCharacters} characters."));
            var line = Read(reader);
            if (isBad) line = new FileLine(line.Number, null, "quotes are not closed, or stand within text.");
            if (line.Order is { } order && !seen.TryAdd(order.OrderId, line.Number))
                line = new FileLine(line.Number, null, string.Create(CultureInfo.InvariantCulture, $"orderId: is that of line {seen[order.OrderId]}."));
            isBad = false;
            yield return line;
        }
    }

    FileLine Read(CsvReader reader)
    {
        try
        {
            return new FileLine(reader.Parser.RawRow, ImportedLine.Read(name => reader.TryGetField<string>(name, out var field) ? field : null, zone), null);
        }
        catch (BadLineException bad)
        {
            return new FileLine(reader.Parser.RawRow, null, bad.Message);
        }
    }

    static async Task<bool> NextAsync(CsvReader reader)
    {
        try
        {
            return await reader.ReadAsync();
        }
        catch (CsvHelperException)
        {
            throw new BadFileException(string.Create(CultureInfo.InvariantCulture, $"line {reader.Parser.RawRow} cannot be read: a field is too long, or its quotes are not closed."));
        }
    }

    static void Check(string[] headings)
    {
        var names = headings.Select(heading => heading.Trim()).ToList();
        if (ImportedLine.NeededColumns.FirstOrDefault(needed => !names.Contains(needed, StringComparer.OrdinalIgnoreCase)) is { } missing)
            throw new BadFileException($"the column {missing} is missing.");
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Key.Length > 0 && same.Count() > 1) is { } twice)
            throw new BadFileException($"the column {twice.Key} is there twice.");
    }
}
