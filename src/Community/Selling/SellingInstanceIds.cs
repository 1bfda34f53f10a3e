namespace Community.Selling;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class SellingInstanceIds
{
    public static string FlashSale(string flashSaleId) => $"flash-sale-{flashSaleId}";

    public static string Conversion(string conversionId) => $"conversion-{conversionId}";

    // Both ids may contain hyphens and neither contains a tilde, so no two pairs share an instance id.
    public static string ConversionGroup(string conversionId, string groupId) => $"conversion-{conversionId}~{groupId}";
}
