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
    Campaign, // 裂变活动: sells nothing itself; is credited with the orders of members who joined through it.
}

public sealed record OfferReference(OfferKind Kind, string Id)
{
    /// <summary>The instance id of the offer's orchestration, and the partition key of its sales and clicks.</summary>
    [JsonIgnore]
    public string Key => Kind switch
    {
        OfferKind.Conversion => SellingInstanceIds.Conversion(Id),
        OfferKind.FlashSale => SellingInstanceIds.FlashSale(Id),
        OfferKind.Campaign => AcquisitionInstanceIds.Campaign(Id),
        _ => throw new UnreachableException(),
    };
}
