using System.Globalization;
using Community.Platform;

namespace Community.Content;

/// <summary>
/// Which of an item's texts a group gets: always the same one, so that variants can be compared by group.
/// </summary>
public static class ContentVariants
{
    /// <inheritdoc cref="Assign(string, string, int)"/>
    public static int Assign(ContentItem item, string groupId) =>
        Assign(item.Id, groupId, item.Body.Variants.Count);

    /// <summary>The number of the text, from 1.</summary>
    public static int Assign(string itemId, string groupId, int variants)
    {
        var digest = EffectKey.Digest(EffectKey.From(itemId, "variant", groupId)).AsSpan(0, 8);
        return 1 + (int)(uint.Parse(digest, NumberStyles.HexNumber, CultureInfo.InvariantCulture) % variants);
    }
}
