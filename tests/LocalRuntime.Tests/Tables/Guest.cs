using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace LocalRuntime.Tests.Tables;

enum Mood
{
    Calm,
    Glad,
}

/// <summary>An entity class with a property of every type that is stored.</summary>
sealed class Guest : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Name { get; set; }

    public int Age { get; set; }

    public int? Floor { get; set; }

    public long Points { get; set; }

    public double Weight { get; set; }

    public bool? Vegan { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    public DateTime? LeftAt { get; set; }

    public Guid Badge { get; set; }

    public byte[]? Photo { get; set; }

    public BinaryData? Voice { get; set; }

    public Mood Mood { get; set; }

    public Mood? Later { get; set; }

    [DataMember(Name = "nick")]
    public string? Nickname { get; set; }

    [IgnoreDataMember]
    public string? Unstored { get; set; }

    public string Shout => $"{Name}!";
}
