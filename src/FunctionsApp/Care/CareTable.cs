using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care;

/// <summary>Assessments, feedback and crises, each in partitions of their own.</summary>
public sealed class CareTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Care"), retry);
