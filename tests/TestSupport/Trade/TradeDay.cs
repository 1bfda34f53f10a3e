using System.Globalization;
using System.Text.Json;

namespace TestSupport.Trade;

/// <summary>A webhook of a shop. Repeated calls have the same <paramref name="Id"/>.</summary>
public sealed record ShopEvent(string Id, string Body);

/// <summary>The expected state of an order at the end.</summary>
public sealed record ExpectedOrder(
    string OrderId,
    string MemberId,
    long AmountMinor,
    long RefundedMinor,
    bool IsCancelled)
{
    /// <summary>True when it counts as a sale.</summary>
    public bool Counts => !IsCancelled && RefundedMinor < AmountMinor;
}

/// <summary>
/// The webhooks of a shop in one day, drawn from a seed: payments, refunds and cancellations through one link,
/// shuffled, some of them sent twice, and one in fifty too large for a queue message.
/// </summary>
public sealed class TradeDay
{
    /// <summary>The name of the shop.</summary>
    public const string Shop = "tea";

    /// <summary>The link code of every order.</summary>
    public const string LinkCode = "0123456789";

    /// <summary>The conversion of the link.</summary>
    public const string Conversion = "spring";

    /// <summary>The number of members who buy.</summary>
    public const int Members = 100;

    const int LargeEvery = 50;
    const int LargeCharacters = 15_000; // three bytes each, or six when JSON escapes them

    readonly List<ShopEvent> events = [];
    readonly List<ExpectedOrder> orders = [];

    /// <summary>Draws this many events.</summary>
    public TradeDay(int count, int seed)
    {
        var random = new Random(seed);
        while (events.Count < count) Add(random, orders.Count, count);
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(events));
    }

    /// <summary>The start of the day.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 11, 0, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The events in the order of sending.</summary>
    public IReadOnlyList<ShopEvent> Events => events;

    /// <summary>The expected orders.</summary>
    public IReadOnlyList<ExpectedOrder> Orders => orders;

    /// <summary>The settings of an app with the shop.</summary>
    public static IReadOnlyList<(string Name, string Value)> Settings { get; } =
        [($"Shops__{Shop}__Kind", "Standard"), ($"Shops__{Shop}__Secrets__0", LocalApp.SignedEvents.Secret)];

    /// <summary>The body of a webhook for a paid order.</summary>
    public static string Paid(
        string orderId,
        string memberId,
        long amount,
        DateTimeOffset at,
        string? linkCode = LinkCode,
        string? note = null) =>
        Message(
            "order.paid",
            new
            {
                note,
                orderId,
                buyer = new { id = $"b-{memberId}", memberId },
                amountMinor = amount,
                currency = "CNY",
                items = new[]
                {
                    new
                    {
                        sku = "tea-100",
                        name = "明前龙井 100g",
                        quantity = 1,
                        amountMinor = amount,
                    },
                },
                linkCode,
                at = at.ToString("O", CultureInfo.InvariantCulture),
            });

    void Add(Random random, int number, int limit)
    {
        var (id, member, amount, at) = (
            $"o{number}",
            $"u{number % Members}",
            random.Next(1, 1_000) * 10L,
            Start.AddSeconds(random.Next(80_000)));
        AddEvent(
            $"{id}-paid",
            Paid(id, member, amount, at, note: number % LargeEvery == 0 ? new string('茶', LargeCharacters) : null));
        var refunded = 0L;
        for (var refund = 0; refund < 2 && events.Count < limit && random.Next(4) == 0; refund++)
        {
            var back = random.Next(3) == 0 ? amount - refunded : (amount - refunded) / 2;
            if (back == 0) break;
            refunded += back;
            AddEvent(
                $"{id}-refund-{refund}",
                Message(
                    "order.refunded",
                    new
                    {
                        orderId = id,
                        amountMinor = back,
                        currency = "CNY",
                        at = at.AddHours(1).ToString("O", CultureInfo.InvariantCulture),
                    }));
        }

        var cancelled = events.Count < limit && random.Next(8) == 0;
        if (cancelled)
            AddEvent(
                $"{id}-cancelled",
                Message(
                    "order.cancelled",
                    new { orderId = id, at = at.AddHours(2).ToString("O", CultureInfo.InvariantCulture) }));
        if (events.Count < limit && random.Next(5) == 0)
            events.Add(events[^1]);
        orders.Add(new ExpectedOrder(id, member, amount, refunded, cancelled));

        void AddEvent(string message, string body) => events.Add(new ShopEvent($"msg_{message}", body));
    }

    static string Message(string type, object data) => JsonSerializer.Serialize(new { type, data });
}
