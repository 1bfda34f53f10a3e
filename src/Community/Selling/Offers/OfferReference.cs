using System.Diagnostics;
using System.Text.Json.Serialization;
using Community.Acquisition;

namespace Community.Selling.Offers;

/// <summary>What earns orders. Queue messages that the host reads hold it by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OfferKind>))]
public enum OfferKind
{
    /// <summary>转化: warmed up to, then the link.</summary>
    Conversion,

    /// <summary>快闪: in a flash group, for one evening.</summary>
    FlashSale,

    /// <summary>裂变活动: sells nothing itself; its books hold what the members whom it brought bought.</summary>
    Campaign,
}

/// <summary>Which conversion or flash sale links lead to, and which of these or campaign orders are credited to.</summary>
public sealed record OfferReference(OfferKind Kind, string Id)
{
    /// <summary>The id of the offer's sequence, and the name of its books.</summary>
    [JsonIgnore]
    public string Key => Kind switch
    {
        OfferKind.Conversion => SellingInstanceIds.Conversion(Id),
        OfferKind.FlashSale => SellingInstanceIds.FlashSale(Id),
        OfferKind.Campaign => AcquisitionInstanceIds.Campaign(Id),
        _ => throw new UnreachableException(),
    };
}
