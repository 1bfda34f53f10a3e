namespace Community.Platform;

/// <summary>What an operator may do; each role includes the ones before it.</summary>
public enum OperatorRole
{
    /// <summary>Reads, without union ids, addresses and message bodies.</summary>
    Viewer,

    /// <summary>Reads everything and does the day-to-day work.</summary>
    Operator,

    /// <summary>Also manages operators, and reads the audit log.</summary>
    Administrator,
}
