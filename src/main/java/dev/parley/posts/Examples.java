package dev.parley.posts;

/** What posts look like in the documentation. */
final class Examples {

  /** As in a list. */
  static final String POST =
      "{'id':'17','theme':'First snow','content':{'userID':'3','userName':'ben',"
          + "'text':'At last.','dateCreate':'2030-01-01T08:00:00Z','likes':[0,2],"
          + "'userReaction':-1,'image':null},'categories':[],'commentsQuantity':1,'groupID':'',"
          + "'image':null,'postType':0,'mine':false}";

  /** By itself. */
  static final String FULL =
      "{'id':'17','theme':'First snow','content':{'userID':'3','userName':'ben',"
          + "'text':'At last.','dateCreate':'2030-01-01T08:00:00Z','likes':[0,2],"
          + "'userReaction':-1,'image':null},'categories':[],'commentsQuantity':1,'groupID':'',"
          + "'image':null,'postType':0,'mine':false,'comments':[{'id':'51','postID':'17',"
          + "'content':{'userID':'2','userName':'ann','text':'How fine!',"
          + "'dateCreate':'2030-01-01T09:00:00Z','likes':[0,0],'userReaction':-1}}]}";

  private Examples() {}
}
