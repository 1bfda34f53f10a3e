using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FunctionsApp.Trade.Imports;

/// <summary>The file cannot be read; none of it is imported.</summary>
public sealed class BadFileException(string reason) : Exception(reason);

/// <summary>The most that a file holds: lines without the heading, and characters in a field.</summary>
public sealed record CsvLimits(int MaxLines, int MaxField);

/// <summary>One line of a file, valid until the next one is read. Columns are found by name.</summary>
public sealed class CsvLine(CsvReader reader, Func<bool> hasBadQuotes)
{
    /// <summary>True when a column that was read has quotes that are not closed, or stand within text.</summary>
    public bool HasBadQuotes => hasBadQuotes();

    /// <summary>The number of the line in the file, from 1 for the heading.</summary>
    public int Number => reader.Parser.RawRow;

    /// <summary>
    /// The column without spaces around it; null for a column that the file does not have. A line that is too short has
    /// empty columns at its end.
    /// </summary>
    public string? Column(string name)
    {
        if (reader.TryGetField<string>(name, out var field)) return field;
        return HasColumn(name) ? "" : null;
    }

    bool HasColumn(string name) =>
        reader.HeaderRecord!.Any(heading => heading.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>
/// A CSV file with a heading (RFC 4180), read as a stream that can be read again: one line is in memory at a time.
/// </summary>
public sealed class CsvFile(Stream csv, Encoding encoding, CsvLimits limits)
{
    /// <summary>
    /// The lines; throws <see cref="BadFileException"/> when a needed column is missing or the rest cannot be read.
    /// </summary>
    public async IAsyncEnumerable<CsvLine> LinesAsync(IReadOnlyList<string> neededColumns)
    {
        var hasBadQuotes = false;
        csv.Position = 0;
        using var text = new StreamReader(csv, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        using var reader = new CsvReader(text, Configuration(onBadData: () => hasBadQuotes = true));
        if (!await NextAsync(reader) || !reader.ReadHeader()) throw new BadFileException("the file is empty.");
        ValidateHeadings(reader.HeaderRecord!, neededColumns);
        for (var lines = 0; await NextAsync(reader); lines++)
        {
            if (lines == limits.MaxLines) throw TooManyLines();
            yield return new CsvLine(reader, () => hasBadQuotes);
            hasBadQuotes = false;
        }
    }

    CsvConfiguration Configuration(Action onBadData) => new(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = heading => heading.Header.Trim().ToUpperInvariant(),
        BadDataFound = _ => onBadData(),
        MissingFieldFound = null,
        TrimOptions = TrimOptions.Trim,
        MaxFieldSize = limits.MaxField,
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

    BadFileException TooManyLines() =>
        new(string.Create(CultureInfo.InvariantCulture, $"a file has at most {limits.MaxLines} lines."));

    static void ValidateHeadings(string[] headings, IReadOnlyList<string> neededColumns)
    {
        var names = headings.Select(heading => heading.Trim()).ToList();
        var missing = neededColumns
            .FirstOrDefault(needed => !names.Contains(needed, StringComparer.OrdinalIgnoreCase));
        if (missing is not null) throw new BadFileException($"the column {missing} is missing.");
        var repeated = names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Key.Length > 0 && same.Count() > 1);
        if (repeated is not null) throw new BadFileException($"the column {repeated.Key} is there twice.");
    }
}
