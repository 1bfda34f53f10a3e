using System.Globalization;
using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Trade.Imports;

/// <summary>A line that is not a valid order: the column at fault and the reason.</summary>
public sealed class BadLineException(string column, string reason) : Exception($"{column}: {reason}");

/// <summary>One order as a line of a shop's export states it. Columns are found by name; others are ignored.</summary>
public sealed record ImportedLine(string OrderId, Payment Payment, long RefundedMinor)
{
    /// <summary>The required columns.</summary>
    public static readonly IReadOnlyList<string> NeededColumns = ["orderId", "amount", "currency", "paidAt"];

    const int MaxId = 100;

    /// <summary>
    /// Reads a line whose columns <paramref name="column"/> finds by name; throws <see cref="BadLineException"/>.
    /// Instants without an offset are read in <paramref name="zone"/>.
    /// </summary>
    public static ImportedLine Read(Func<string, string?> column, TimeZoneInfo zone)
    {
        var orderId = Id(column, "orderId") ?? throw new BadLineException("orderId", "is missing.");
        var currency = Needed(column, "currency");
        if (!Money.IsCurrency(currency)) throw new BadLineException("currency", "must be an ISO 4217 currency.");
        var paidAt = PaidAt(Needed(column, "paidAt"), zone);
        var amount = Amount(Needed(column, "amount"), "amount", currency);
        var refunded = column("refunded") is { Length: > 0 } text ? Amount(text, "refunded", currency) : 0;
        if (refunded > amount) throw new BadLineException("refunded", "is more than was paid.");
        var payment = new Payment(amount, currency, paidAt, paidAt)
        {
            BuyerId = Id(column, "buyer"),
            LinkCode = LinkCode(column),
            IsImported = true,
        };
        return new ImportedLine(orderId, payment, refunded);
    }

    /// <summary>The facts of the line that the stored order lacks; empty when webhooks reported them all.</summary>
    public IReadOnlyList<OrderFact> Missing(Order? known, string shop, DateTimeOffset now)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{shop} {OrderId} {Payment} {RefundedMinor}");
        var id = $"import-{EffectKey.Digest(content)}";
        List<OrderFact> facts = [];
        if (known?.Payment is null) facts.Add(new OrderFact.Paid(id, Payment.PaidAt, now, Payment));
        if (RefundedMinor > KnownRefundIn(known))
            facts.Add(new OrderFact.RefundsTotalled(id, Payment.PaidAt, now, Refund));
        return facts;
    }

    /// <summary>True when the stored payment, which counts, has another amount or currency.</summary>
    public bool DiffersFrom(Order? known) =>
        known?.Payment is { } payment
        && (payment.AmountMinor != Payment.AmountMinor || payment.Currency != Payment.Currency);

    // An amount in the currency of another payment cannot be compared; the order is listed as differing.
    long KnownRefundIn(Order? known) => known?.Payment switch
    {
        null => 0,
        { Currency: var currency } when currency != Payment.Currency => long.MaxValue,
        _ => known.RefundedMinor,
    };

    RefundTotal Refund => new(RefundedMinor, Payment.Currency);

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

    static long Amount(string text, string name, string currency) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && Money.Minor(amount, currency) is { } minor
            ? minor
            : throw new BadLineException(name, "must be a decimal number that is not negative, such as 59.90.");

    static DateTimeOffset PaidAt(string text, TimeZoneInfo zone)
    {
        if (text.Length > 40) throw NoInstant();
        if (ShopTime.Read(text, offset: null) is { } instant)
            return instant.Year is > 1900 and < 9000 ? instant : throw NoInstant();
        if (ShopTime.Read(text, TimeSpan.Zero) is not { Year: > 1900 and < 9000 } local) throw NoInstant();
        return new DateTimeOffset(local.DateTime, zone.GetUtcOffset(local.DateTime));
    }

    static BadLineException NoInstant() =>
        new("paidAt", "must be an instant such as 2026-12-01 22:00:00 or 2026-12-01T22:00:00+08:00.");
}
