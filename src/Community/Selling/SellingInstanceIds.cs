namespace Community.Selling;

/// <summary>Ids of this module's orchestrations. An id derives from what it serves, so that a second start is harmless.</summary>
public static class SellingInstanceIds
{
    /// <summary><c>flash-sale-{id}</c>.</summary>
    public static string FlashSale(string flashSaleId) => $"flash-sale-{flashSaleId}";

    /// <summary><c>conversion-{id}</c>.</summary>
    public static string Conversion(string conversionId) => $"conversion-{conversionId}";

    /// <summary><c>conversion-{id}~{groupId}</c>: both ids may hold hyphens, and neither holds a tilde.</summary>
    public static string ConversionGroup(string conversionId, string groupId) => $"conversion-{conversionId}~{groupId}";
}
