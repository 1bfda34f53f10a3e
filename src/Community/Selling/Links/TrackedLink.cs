using Community.Selling.Offers;

namespace Community.Selling.Links;

/// <summary>
/// A short address <c>/l/{code}</c> of a product's page, for one offer and one of its steps, in one group and, in a private message, for one member;
/// whoever clicks it, and what they order, is the offer's.
/// </summary>
public sealed record TrackedLink(string Code, string Target, OfferReference Offer, string Step, string GroupId, string? MemberId, DateTimeOffset CreatedAt)
{
    /// <summary>The query parameter by which the shop's page, and later its order, carries the code.</summary>
    public const string Parameter = "lc";

    /// <summary>The target with the code in its query, before the fragment where it has one.</summary>
    public string Destination
    {
        get
        {
            var fragment = Target.IndexOf('#', StringComparison.Ordinal);
            var (page, rest) = fragment < 0 ? (Target, "") : (Target[..fragment], Target[fragment..]);
            return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Code}{rest}";
        }
    }
}
