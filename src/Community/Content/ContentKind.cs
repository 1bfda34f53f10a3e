namespace Community.Content;

/// <summary>What a piece of content (素材) is for. Too many promotions make members leave.</summary>
public enum ContentKind
{
    /// <summary>有用: advice that a member can use.</summary>
    Useful,

    /// <summary>有趣: entertainment.</summary>
    Fun,

    /// <summary>有料: facts that are hard to find elsewhere; the source is stated.</summary>
    Scarce,

    /// <summary>广告: an offer.</summary>
    Promotion,
}
