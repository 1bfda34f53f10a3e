using Community.Selling.Offers;

namespace Community.Selling.Links;

/// <summary>A short address <c>/l/{code}</c> of a product page. Only private links have a member.</summary>
public sealed record TrackedLink(
    string Code,
    string Target,
    OfferReference Offer,
    string Step,
    string GroupId,
    string? MemberId,
    DateTimeOffset CreatedAt)
{
    /// <summary>The query parameter that carries the code to the shop's page and from there to the order.</summary>
    public const string Parameter = "lc";

    public string Destination
    {
        get
        {
            var hash = Target.IndexOf('#', StringComparison.Ordinal);
            var (page, fragment) = hash < 0 ? (Target, "") : (Target[..hash], Target[hash..]);
            var separator = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            return $"{page}{separator}{Parameter}={Code}{fragment}";
        }
    }
}
