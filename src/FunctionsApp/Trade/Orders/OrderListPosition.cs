using System.Globalization;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Trade.Orders;

/// <summary>A position in a shop's list of orders: an instant and a row among the orders of that instant.</summary>
sealed record OrderListPosition(DateTimeOffset At, string Row)
{
    /// <summary>The position before all orders of the instant.</summary>
    public static OrderListPosition Before(DateTimeOffset at) => new(at.ToUniversalTime(), "");

    /// <summary>The position before all orders of the next month (UTC).</summary>
    public OrderListPosition NextMonth =>
        Before(new DateTimeOffset(At.Year, At.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1));

    /// <summary>Parses the text of <see cref="ToString"/>; throws <see cref="BadContinuationException"/>.</summary>
    public static OrderListPosition Read(string continuation) =>
        continuation.Split('-') is [var ticks, var row]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at < DateTimeOffset.MaxValue.AddMonths(-1).UtcTicks
        && row.All(char.IsAsciiHexDigitLower)
            ? new OrderListPosition(new DateTimeOffset(at, TimeSpan.Zero), row)
            : throw new BadContinuationException(new FormatException(continuation));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:d19}-{Row}");
}
