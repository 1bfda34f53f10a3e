using System.Text.Json.Serialization;
using Community.Platform;
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

    /// <summary>The address of the page with the code, escaped for an HTTP header.</summary>
    [JsonIgnore]
    public string Destination
    {
        get
        {
            var target = WebUrl.Normalize(Target) ?? Target;
            var hash = target.IndexOf('#', StringComparison.Ordinal);
            var (page, fragment) = hash < 0 ? (target, "") : (target[..hash], target[hash..]);
            var separator = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            return $"{page}{separator}{Parameter}={Code}{fragment}";
        }
    }
}
