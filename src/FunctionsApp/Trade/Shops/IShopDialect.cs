using Community.Trade.Orders;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>How one kind of shop signs what it tells, and what that says of orders.</summary>
public interface IShopDialect
{
    /// <summary>What the shop takes for an acknowledgement.</summary>
    IResult Acknowledgement { get; }

    /// <summary>Checks the raw bytes of a request against every secret of the shop.</summary>
    ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now);

    /// <summary>What a genuine message says of orders, which may be nothing; throws <see cref="UnreadableMessageException"/>.</summary>
    IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body);
}

/// <summary>What a check found.</summary>
public abstract record ShopCheck
{
    ShopCheck()
    {
    }

    /// <summary>It comes from the shop: <paramref name="Id"/> is the same when the shop sends it again, where the shop has such an id.</summary>
    public sealed record Genuine(string Id, string Topic) : ShopCheck;

    /// <summary>It says nothing that is stored, and is acknowledged all the same.</summary>
    public sealed record Ignored : ShopCheck;

    /// <summary>It is refused, and why.</summary>
    public sealed record Refused(FailureReason Reason, string Detail) : ShopCheck
    {
        /// <summary>The field of the body at fault, where it is one.</summary>
        public string? Field { get; init; }
    }
}

/// <summary>A request as it arrived.</summary>
public sealed record ShopRequest(IHeaderDictionary Headers, string? ContentType, ReadOnlyMemory<byte> Body)
{
    const int MaxHeaderCharacters = 256;

    /// <summary>The header; null when it is absent, there twice, too long, or holds what no shop writes.</summary>
    public string? Header(string name) =>
        Headers[name] is [{ Length: > 0 and <= MaxHeaderCharacters } value] && value.All(c => c is > ' ' and < '\x7f') ? value : null;

    /// <summary>True when the header is there twice, as it came or joined to one on its way.</summary>
    public bool IsDoubled(string name) => Headers[name].Count > 1 || Headers[name].ToString().Contains(", ", StringComparison.Ordinal);

    /// <summary>True when the header is there at all.</summary>
    public bool Has(string name) => Headers.ContainsKey(name);
}

/// <summary>
/// A genuine message as it waits for its turn: its bytes, or the key of the rows that hold them where they are too many for a queue.
/// </summary>
public sealed record ShopMessage(string Shop, string Id, string Topic, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte>? Body, string? BodyKey)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "shop-events";
}
