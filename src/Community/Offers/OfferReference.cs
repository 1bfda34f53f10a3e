using System.Diagnostics;
using Community.Sequences;

namespace Community.Offers;

/// <summary>How something is sold.</summary>
public enum OfferKind
{
    /// <summary>转化: warmed up to, then the link.</summary>
    Conversion,

    /// <summary>快闪: in a flash group, for one evening.</summary>
    FlashSale,
}

/// <summary>Which conversion or flash sale: what links lead to, what orders are credited to.</summary>
public sealed record OfferReference(OfferKind Kind, string Id)
{
    /// <summary>The id of the offer's sequence, and the name of its books.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Key => Kind switch
    {
        OfferKind.Conversion => InstanceIds.Conversion(Id),
        OfferKind.FlashSale => InstanceIds.FlashSale(Id),
        _ => throw new UnreachableException(),
    };
}
