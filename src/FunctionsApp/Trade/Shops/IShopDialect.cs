using Community.Trade.Orders;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Trade.Shops;

/// <summary>The signatures and messages of one kind of shop.</summary>
public interface IShopDialect
{
    /// <summary>The response that the shop accepts as acknowledgement.</summary>
    IResult Acknowledgement { get; }

    /// <summary>Checks the signature of the raw bytes against all secrets of the shop.</summary>
    ShopCheck Check(ShopRequest request, Shop shop, DateTimeOffset now);

    /// <summary>
    /// The facts in a genuine message, possibly none; throws <see cref="UnreadableMessageException"/>.
    /// </summary>
    IReadOnlyList<OrderUpdate> Read(ShopMessage message, ReadOnlyMemory<byte> body);
}

public abstract record ShopCheck
{
    ShopCheck()
    {
    }

    /// <summary>
    /// The shop signed the message. <paramref name="Id"/> is the same for a repeat, as far as the shop has such ids.
    /// </summary>
    public sealed record Genuine(string Id, string Topic) : ShopCheck;

    /// <summary>The message is acknowledged and not stored.</summary>
    public sealed record Ignored : ShopCheck;

    public sealed record Refused(FailureReason Reason, string Detail) : ShopCheck
    {
        /// <summary>The field of the body at fault; null for the signature.</summary>
        public string? Field { get; init; }
    }
}

public sealed record ShopRequest(IHeaderDictionary Headers, string? ContentType, ReadOnlyMemory<byte> Body)
{
    const int MaxHeaderCharacters = 256;

    /// <summary>The header; null when it is absent, repeated, too long or not printable ASCII.</summary>
    public string? Header(string name) =>
        Headers[name] is [{ Length: > 0 and <= MaxHeaderCharacters } value] && value.All(c => c is > ' ' and < '\x7f')
            ? value
            : null;

    /// <summary>True when the header is repeated, also when a proxy joined the repeats with a comma.</summary>
    public bool IsRepeated(string name) =>
        Headers[name].Count > 1 || Headers[name].ToString().Contains(", ", StringComparison.Ordinal);

    public bool Has(string name) => Headers.ContainsKey(name);
}

/// <summary>
/// A genuine message in the queue: its body, or the key of the rows with a body that is too large for the queue.
/// </summary>
public sealed record ShopMessage(
    string Shop, string Id, string Topic, DateTimeOffset ReceivedAt, ReadOnlyMemory<byte>? Body, string? BodyKey)
{
    /// <summary>The queue of these messages.</summary>
    public const string QueueName = "shop-events";
}
