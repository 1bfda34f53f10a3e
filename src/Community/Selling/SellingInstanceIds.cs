namespace Community.Selling;

/// <summary>Ids of orchestrations. Each derives from its subject, so that a second start has no effect.</summary>
public static class SellingInstanceIds
{
    /// <summary>The beginnings of all ids.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [FlashSalePrefix, ConversionPrefix];

    const string FlashSalePrefix = "flash-sale-";
    const string ConversionPrefix = "conversion-";

    public static string FlashSale(string flashSaleId) => $"{FlashSalePrefix}{flashSaleId}";

    public static string Conversion(string conversionId) => $"{ConversionPrefix}{conversionId}";

    // Both ids may contain hyphens and neither contains a tilde, so no two pairs share an instance id.
    public static string ConversionGroup(string conversionId, string groupId) =>
        $"{ConversionPrefix}{conversionId}~{groupId}";
}
