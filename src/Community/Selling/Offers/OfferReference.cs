using System.Diagnostics;
using System.Text.Json.Serialization;
using Community.Acquisition;

namespace Community.Selling.Offers;

/// <summary>What an order is credited to. Queue messages store it by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfferKind>))]
public enum OfferKind
{
    Conversion, // 转化.
    FlashSale, // 快闪.
    Content, // 素材: one occurrence of an item, such as a push or a test send, by the id of the occurrence.
    Campaign, // 裂变活动: sells nothing itself; is credited with the orders of members who joined through it.
}

public sealed record OfferReference(OfferKind Kind, string Id)
{
    /// <summary>
    /// The partition key of the offer's sales and clicks, and the instance id of its orchestration where it has one.
    /// </summary>
    [JsonIgnore]
    public string Key => Kind switch
    {
        OfferKind.Conversion => SellingInstanceIds.Conversion(Id),
        OfferKind.FlashSale => SellingInstanceIds.FlashSale(Id),
        OfferKind.Content => $"content-{Id}",
        OfferKind.Campaign => AcquisitionInstanceIds.Campaign(Id),
        _ => throw new UnreachableException(),
    };
}
