namespace DownPage.StandAlone.Css.Selectors;

/// <summary>Names that elements have.</summary>
internal interface INames
{
    bool Has(RequiredName name);
}
