using System.Globalization;
using Community.Platform;
using Community.Trade.Orders;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Trade.Imports;

/// <summary>A line of a shop's export that cannot be taken for an order: which column, and why.</summary>
public sealed class BadLineException(string column, string reason) : Exception($"{column}: {reason}");

/// <summary>One order as a line of a shop's export states it. Its columns are found by name; those that nobody asks for are passed over.</summary>
public sealed record ImportedLine(string OrderId, Payment Payment, long RefundedMinor)
{
    /// <summary>Columns that have to be there.</summary>
    public static readonly IReadOnlyList<string> NeededColumns = ["orderId", "amount", "currency", "paidAt"];

    const int MaxId = 100;

    /// <summary>Reads a line through whatever knows its columns by name; instants without an offset are read in the brand's time zone.</summary>
    public static ImportedLine Read(Func<string, string?> column, TimeZoneInfo zone)
    {
        var orderId = Id(column, "orderId") ?? throw new BadLineException("orderId", "is missing.");
        var currency = Needed(column, "currency");
        if (!Money.IsCurrency(currency)) throw new BadLineException("currency", "must be an ISO 4217 currency.");
        var paidAt = PaidAt(Needed(column, "paidAt"), zone);
        var amount = Amount(Needed(column, "amount"), "amount", currency);
        var refunded = column("refunded") is { Length: > 0 } back ? Amount(back, "refunded", currency) : 0;
        if (refunded > amount) throw new BadLineException("refunded", "is more than was paid.");
        var linkCode = column("linkCode") is { Length: > 0 } code ? LinkCodeReader.Parse(code) ?? throw new BadLineException("linkCode", "is no code of a link.") : null;
        return new(orderId, new Payment(amount, currency, paidAt, paidAt) { BuyerId = Id(column, "buyer"), LinkCode = linkCode, IsImported = true }, refunded);
    }

    /// <summary>What the line tells that is not known of the order; nothing where webhooks told it all.</summary>
    public IReadOnlyList<OrderFact> Missing(Order? known, string shop, DateTimeOffset now)
    {
        var id = $"import-{EffectKey.Digest(string.Create(CultureInfo.InvariantCulture, $"{shop} {OrderId} {Payment} {RefundedMinor}"))}";
        List<OrderFact> news = [];
        if (known?.Payment is null) news.Add(new OrderFact.Paid(id, Payment.PaidAt, now, Payment));
        if (RefundedMinor > (known?.Payment is null ? 0 : known.RefundedMinor))
            news.Add(new OrderFact.RefundsTotalled(id, Payment.PaidAt, now, new RefundTotal(RefundedMinor, Payment.Currency)));
        return news;
    }

    /// <summary>True when a shop's own message says another amount or currency; that one counts, and a person should know.</summary>
    public bool DiffersFrom(Order? known) => known?.Payment is { } payment && (payment.AmountMinor != Payment.AmountMinor || payment.Currency != Payment.Currency);

    static string Needed(Func<string, string?> column, string name) =>
        column(name) is { Length: > 0 } text ? text : throw new BadLineException(name, "is missing.");

    static string? Id(Func<string, string?> column, string name) => column(name) switch
    {
        null or "" => null,
        { Length: <= MaxId } id when !id.Any(char.IsControl) => id,
        _ => throw new BadLineException(name, $"must be at most {MaxId} characters, none of control."),
    };

    static long Amount(string text, string name, string currency) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && Money.Minor(amount, currency) is { } minor
            ? minor
            : throw new BadLineException(name, "must be a decimal number that is not negative, such as 59.90.");

    static DateTimeOffset PaidAt(string text, TimeZoneInfo zone)
    {
        if (text.Length > 40) throw NoInstant();
        if (ShopTime.Read(text, offset: null) is { } instant) return instant.Year is > 1900 and < 9000 ? instant : throw NoInstant();
        if (ShopTime.Read(text, TimeSpan.Zero) is not { Year: > 1900 and < 9000 } local) throw NoInstant();
        return new DateTimeOffset(local.DateTime, zone.GetUtcOffset(local.DateTime));
    }

    static BadLineException NoInstant() => new("paidAt", "must be an instant such as 2026-12-01 22:00:00 or 2026-12-01T22:00:00+08:00.");
}
