using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Operators.Sessions;

/// <summary>A partition for each window, with a row for each address.</summary>
public sealed class SignInAttemptsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("SignInAttempts"), retry);
