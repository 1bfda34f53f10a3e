namespace Community.Transfer;

/// <summary>What the brand of a document of plans is to the store that imports it.</summary>
public enum BrandRelation
{
    /// <summary>The store holds nothing yet and takes over the brand.</summary>
    Empty,

    /// <summary>The document comes from this brand.</summary>
    Same,

    /// <summary>The document comes from another brand.</summary>
    Other,
}
