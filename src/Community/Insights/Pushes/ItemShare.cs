using Community.Content;
using Community.Platform;

namespace Community.Insights.Pushes;

/// <summary>
/// The texts of an item as they are compared: <paramref name="Texts"/> names them all, so that an edit of a text starts
/// a new comparison.
/// </summary>
public readonly record struct ItemVariant(string ContentId, string Texts, int Variant)
{
    const int DigestLength = 12;

    public static ItemVariant Of(ContentItem item, int variant) => new(item.Id, TextsOf(item), variant);

    public static string TextsOf(ContentItem item) =>
        EffectKey.Digest(string.Join('\n', item.Body.Variants.Select(EffectKey.Digest)))[..DigestLength];
}

/// <summary>What one group did on one day with a text of an item.</summary>
public sealed record ItemShare(ItemVariant Item, ShareCount Count);
