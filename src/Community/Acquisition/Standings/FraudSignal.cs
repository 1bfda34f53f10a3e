namespace Community.Acquisition.Standings;

/// <summary>What makes a credit doubtful. A doubtful credit does not count until a person has decided.</summary>
public enum FraudSignal
{
    /// <summary>The inviter was invited by the invitee.</summary>
    Ring,

    /// <summary>The invitee has the inviter's channel union id: the same person under a second identity.</summary>
    SecondIdentity,

    /// <summary>One of many who came to one inviter within seconds.</summary>
    Burst,

    /// <summary>Everyone whom the inviter brought has gone again since there was a reward for it.</summary>
    Hollow,
}
