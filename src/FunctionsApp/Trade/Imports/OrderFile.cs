using System.Globalization;
using System.Text;
using Community.Trade.Imports;

namespace FunctionsApp.Trade.Imports;

/// <summary>One line of a file: its order, or why it has none. Exactly one of the two is set.</summary>
public sealed record FileLine(FileStatement? Order, BadLine? Bad);

/// <summary>The CSV export of a shop.</summary>
public sealed class OrderFile(Stream csv, Encoding encoding, TimeZoneInfo zone)
{
    /// <summary>The limit of lines in a file without its heading.</summary>
    public const int MaxLines = 50_000;

    const int MaxField = 4_000;
    const int MaxShownId = 100;

    readonly CsvFile file = new(csv, encoding, new CsvLimits(MaxLines, MaxField));

    /// <summary>The lines; throws <see cref="BadFileException"/> when the rest cannot be read.</summary>
    public async IAsyncEnumerable<FileLine> LinesAsync()
    {
        var lineNumbers = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var csvLine in file.LinesAsync(OrderLineReader.NeededColumns))
        {
            var line = Read(csvLine);
            if (csvLine.HasBadQuotes) line = Bad(csvLine, "quotes are not closed, or stand within text.");
            if (line.Order is { } order && !lineNumbers.TryAdd(order.OrderId, csvLine.Number))
                line = Bad(csvLine, RepeatedId(lineNumbers[order.OrderId]));
            yield return line;
        }
    }

    FileLine Read(CsvLine line)
    {
        try
        {
            return new FileLine(OrderLineReader.Read(line.Column, zone), Bad: null);
        }
        catch (BadLineException bad)
        {
            return Bad(line, bad.Message);
        }
    }

    static FileLine Bad(CsvLine line, string reason) => new(Order: null, new BadLine(line.Number, reason)
    {
        OrderId = line.Column(OrderLineReader.OrderIdColumn) is { Length: > 0 } id
            ? id[..Math.Min(id.Length, MaxShownId)]
            : null,
    });

    static string RepeatedId(int firstLine) =>
        string.Create(CultureInfo.InvariantCulture, $"orderId: is that of line {firstLine}.");
}
