using System.Globalization;
using Community.Platform;
using Community.Trade.Imports;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Trade.Imports;

/// <summary>A line that is not a valid order: the column at fault and the reason.</summary>
public sealed class BadLineException(string column, string reason) : Exception($"{column}: {reason}")
{
    public string Column => column;

    public string Reason => reason;
}

/// <summary>Reads lines of a shop's export. Columns are found by name; others are ignored.</summary>
public static class OrderLineReader
{
    public const string OrderIdColumn = "orderId";

    /// <summary>The required columns.</summary>
    public static readonly IReadOnlyList<string> NeededColumns = [OrderIdColumn, "amount", "currency", "paidAt"];

    const int MaxId = 100;

    /// <summary>
    /// Reads a line whose columns <paramref name="column"/> finds by name, with null for a column that the file does
    /// not have; throws <see cref="BadLineException"/>. Instants without an offset are read in <paramref name="zone"/>.
    /// </summary>
    public static FileStatement Read(Func<string, string?> column, TimeZoneInfo zone)
    {
        var orderId = Id(column, OrderIdColumn) ?? throw new BadLineException(OrderIdColumn, "is missing.");
        var currency = Needed(column, "currency");
        if (!Money.IsCurrency(currency)) throw new BadLineException("currency", "must be an ISO 4217 currency.");
        var paidAt = FileInstant.Read(Needed(column, "paidAt"), zone)
            ?? throw new BadLineException("paidAt", FileInstant.Expected);
        var amount = Amount(Needed(column, "amount"), "amount", currency);
        var refunded = Refunded(column("refunded"), currency);
        if (refunded > amount) throw new BadLineException("refunded", "is more than was paid.");
        return new FileStatement(orderId, amount, currency, paidAt, refunded)
        {
            BuyerId = Id(column, "buyer"),
            LinkCode = LinkCode(column),
        };
    }

    // A file without the column says nothing about refunds, an empty cell says that there is none.
    static long? Refunded(string? text, string currency) => text switch
    {
        null => null,
        "" => 0,
        _ => Amount(text, "refunded", currency),
    };

    static string? LinkCode(Func<string, string?> column) => column("linkCode") is { Length: > 0 } text
        ? LinkCodeReader.Parse(text) ?? throw new BadLineException("linkCode", "is no code of a link.")
        : null;

    static string Needed(Func<string, string?> column, string name) =>
        column(name) is { Length: > 0 } text ? text : throw new BadLineException(name, "is missing.");

    static string? Id(Func<string, string?> column, string name) => column(name) switch
    {
        null or "" => null,
        { Length: <= MaxId } id when !id.Any(char.IsControl) => id,
        _ => throw new BadLineException(name, $"must be at most {MaxId} characters, none of control."),
    };

    static long Amount(string text, string name, string currency)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || Money.Minor(amount, currency) is not { } minor)
            throw new BadLineException(name, "must be a decimal number that is not negative, such as 59.90.");
        if (Money.Major(minor, currency) == amount) return minor;
        throw new BadLineException(name, string.Create(
            CultureInfo.InvariantCulture, $"has more than the {Money.DigitsOf(currency)} decimals of {currency}."));
    }
}
