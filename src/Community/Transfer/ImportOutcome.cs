namespace Community.Transfer;

/// <summary>What an import does with a thing of its document.</summary>
public enum ImportOutcome
{
    /// <summary>The store has no such thing: it is created.</summary>
    New,

    /// <summary>The store has it as it is in the document.</summary>
    Exists,

    /// <summary>The store has it with other fields: they are written over where the import is asked to.</summary>
    Differs,

    /// <summary>It is not stored, for the reasons told.</summary>
    Refused,
}
