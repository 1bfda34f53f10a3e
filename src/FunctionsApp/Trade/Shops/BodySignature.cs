namespace FunctionsApp.Trade.Shops;

/// <summary>
/// The scheme that Shopify and WooCommerce share: one header with the base64 of the HMAC-SHA256 of the raw body.
/// </summary>
static class BodySignature
{
    /// <summary>
    /// Null when the header is the signature of the body by a secret of the shop, otherwise the refusal.
    /// </summary>
    public static ShopCheck.Refused? Check(ShopRequest request, string header, Shop shop)
    {
        if (request.Header(header) is not { } signature) return NoHeader(request, header);
        return ShopSignatures.Matches(signature, shop.Secrets, Sign)
            ? null
            : new ShopCheck.Refused(FailureReason.WrongSignature, $"{header} matches no secret.");

        string Sign(ShopSecret secret) => ShopSignatures.HmacSha256(secret.Key, request.Body.Span);
    }

    /// <summary>The refusal of a missing or malformed header.</summary>
    public static ShopCheck.Refused NoHeader(ShopRequest request, string header) => request.Has(header)
        ? new ShopCheck.Refused(FailureReason.MalformedHeader, $"{header} is malformed.")
        : new ShopCheck.Refused(FailureReason.MissingHeader, $"{header} is missing.");
}
